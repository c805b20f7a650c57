import type { z } from 'zod'
import {
  type attemptCompleted,
  listMarkExcerpts,
  type markChanged,
  type responseMarked,
} from '../attempts/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { MessageFacts } from '../platform/work.ts'
import { EXCERPT_LENGTH } from './derive.ts'
import { nameUuid } from './evidence-id.ts'
import { type LearningEvent, OWN_SOURCE } from './learning-event.ts'
import { hashBody } from './read-event.ts'
import { recordEvents } from './record-events.ts'

/** What the attempts room announces enters the log as learning events of our own. */

export async function takeMark(
  ctx: Context,
  tx: Tx,
  payload: z.output<typeof responseMarked.payload>,
  { schoolId }: MessageFacts,
): Promise<void> {
  const { mark_id, attempt_id } = payload
  // One more than is kept: so a cut is seen.
  const excerpts = await listMarkExcerpts(tx, [{ mark_id, attempt_id }], EXCERPT_LENGTH + 1)
  const event: LearningEvent = {
    ...envelopeOf(payload),
    // The mark's own id, which is in order of making: answers of one instant fold in the quiz's order.
    event_id: mark_id,
    event_type: 'response.marked',
    occurred_at: new Date(payload.answered_at),
    data: {
      question_id: payload.question_id,
      question_version_id: payload.question_version_id,
      mark_id,
      score: payload.score,
      max_score: payload.max_score,
      fraction: payload.fraction,
      marker: payload.marker,
      try_no: payload.try_no,
      duration_seconds: payload.duration_seconds,
      hints_used: payload.hints_used,
      revealed: payload.revealed,
      competencies: payload.competencies,
      misconception_ids: payload.misconception_ids,
    },
  }
  await record(ctx, tx, schoolId, event, excerpts.get(mark_id) ?? null)
}

export async function takeChangeOfMark(
  ctx: Context,
  tx: Tx,
  payload: z.output<typeof markChanged.payload>,
  { schoolId, announcedAt }: MessageFacts,
): Promise<void> {
  const { mark_id, new_mark_id, reason } = payload
  await record(ctx, tx, schoolId, {
    ...envelopeOf(payload),
    event_id: nameUuid(`mark.changed ${mark_id}`),
    event_type: 'mark.changed',
    occurred_at: announcedAt,
    data: { mark_id, new_mark_id, reason },
  })
}

export async function takeEndOfAttempt(
  ctx: Context,
  tx: Tx,
  payload: z.output<typeof attemptCompleted.payload>,
  { schoolId }: MessageFacts,
): Promise<void> {
  const { attempt_id, quiz_id, questions_total, questions_correct, time_spent_seconds } = payload
  await record(ctx, tx, schoolId, {
    ...envelopeOf(payload),
    event_id: nameUuid(`quiz.completed ${attempt_id}`),
    event_type: 'quiz.completed',
    occurred_at: new Date(payload.ended_at),
    data: { quiz_id, attempt_id, questions_total, questions_correct, time_spent_seconds, topic_ids: [] },
  })
}

const envelopeOf = (payload: { student_id: string; attempt_id: string; classroom_id: string }) => ({
  event_version: 1,
  source: OWN_SOURCE,
  student_id: payload.student_id,
  attempt_id: payload.attempt_id,
  classroom_id: payload.classroom_id,
})

async function record(
  ctx: Context,
  tx: Tx,
  schoolId: string,
  event: LearningEvent,
  excerpt: string | null = null,
): Promise<void> {
  const sender = { schoolId, actor: { type: 'room', id: null } } as const
  const [result] = await recordEvents(ctx, tx, sender, [{ event, bodyHash: hashBody(event), excerpt }])
  if (result === 'conflict')
    ctx.log.error(
      { event_id: event.event_id, event_type: event.event_type },
      'an own event came twice, and differs',
    )
}
