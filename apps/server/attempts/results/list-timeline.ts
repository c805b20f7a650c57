import type { TimelineEntry } from '@waymark/contract/attempts/results.ts'
import { z } from 'zod'
import { getStudentFor } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { SERVER, type StoredEvent } from '../attempt-event.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { questionsByPosition } from '../quiz-content.ts'
import { getAttemptFor } from '../reach.ts'
import { listDevices } from '../store/devices.ts'
import { listEventPage } from '../store/events.ts'
import { describeEvent } from './describe-event.ts'

const PAGE = 100
const Place = z.tuple([z.int32().min(0)])

interface Query {
  cursor?: string | undefined
  limit?: number | undefined
  types?: string | undefined
}

/** Everything that happened in an attempt, in order of arrival. The look is written to the student's log. */
export async function listTimeline(
  ctx: Context,
  attemptId: string,
  { cursor, limit = PAGE, types = '' }: Query,
): Promise<{ items: z.output<typeof TimelineEntry>[]; next_cursor: string | null }> {
  const place = readCursor(cursor, Place)
  return ctx.transaction(async (tx) => {
    const found = await getAttemptFor(tx, ctx, attemptId)
    await getStudentFor(tx, ctx, found.attempt.student_id, 'attempt')
    const attempt = await afterBell(ctx, tx, found.attempt)
    const questions = await questionsByPosition(tx, attempt)
    const labels = new Map(
      (await listDevices(tx, attemptId)).map(({ device_id, label }) => [device_id, label]),
    )
    const events = await listEventPage(tx, attemptId, {
      after: place?.[0] ?? 0,
      limit: limit + 1,
      types: types.split(',').filter((type) => type !== ''),
    })
    return pageOf(
      events,
      limit,
      ({ ord }) => [ord],
      (stored) => ({
        ord: stored.ord,
        at: stored.received_at.toISOString(),
        type: stored.type,
        position: stored.position,
        device_label: labelOf(stored, labels),
        result: stored.result,
        text: describeEvent(stored, questions),
      }),
    )
  })
}

/** The lanes of malformed events carry the device's id after a colon. */
const labelOf = ({ device_id }: StoredEvent, labels: ReadonlyMap<string, string>): string | null =>
  device_id === SERVER ? null : (labels.get(device_id.split(':').at(-1) ?? '') ?? null)
