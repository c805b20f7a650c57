import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type ServerAct, type StoredEvent, serverEvent } from '../attempt-event.ts'
import { type Projection, project } from '../projection.ts'
import { loadQuestions } from '../quiz-content.ts'
import type { Response } from '../responses.ts'
import { hasRung } from '../rules.ts'
import { totalSeconds } from '../seconds.ts'
import { findAssignment } from '../store/assignments.ts'
import { type AttemptRecord, lockAttempt, settleAttempt, updateFigures } from '../store/attempts.ts'
import { insertEvents, listEvents } from '../store/events.ts'
import { insertMarks, updateStanding } from '../store/marks.ts'
import { updateResponse } from '../store/responses.ts'
import { announceEnd, announceMarks, type Subject } from './announce.ts'
import { type MadeMark, totalsOf } from './mark.ts'

export interface Act {
  position: number | null
  act: ServerAct
}

/**
 * Adds what the server does to an attempt's events and stores what follows from it: responses, marks,
 * figures, announcements, all in the caller's transaction. The caller holds the attempt's lock. This is the
 * only way marks come about, so stored marks are always those that a rebuild would give.
 */
export async function actOn(
  ctx: Context,
  tx: Tx,
  attempt: AttemptRecord,
  acts: readonly Act[],
): Promise<Projection> {
  const questions = await loadQuestions(tx, attempt)
  const subject = { attemptId: attempt.id, snapshot: attempt.snapshot, questions }
  const events = await listEvents(tx, attempt.id)
  const added = acts.map(
    ({ position, act }, index): StoredEvent =>
      serverEvent(attempt.event_count + 1 + index, attempt.writer_epoch, position, act, ctx.now),
  )
  const before = project(subject, events)
  const after = project(subject, [...events, ...added])
  await insertEvents(tx, attempt, added)
  await storeResponses(tx, attempt.id, before.responses, after.responses)
  const made = await storeMarks(tx, attempt, before.marks, after.marks)
  await storeFigures(tx, attempt, before, after)
  if (attempt.assignment_id !== null) {
    const assignment = await findAssignment(tx, attempt.assignment_id)
    if (assignment) await announce(ctx, tx, { attempt, assignment, questions }, before, after, made)
  }
  return after
}

async function storeResponses(
  tx: Tx,
  attemptId: string,
  before: readonly Response[],
  after: readonly Response[],
): Promise<void> {
  for (const [index, response] of after.entries())
    if (response !== before[index] && JSON.stringify(response) !== JSON.stringify(before[index]))
      await updateResponse(tx, attemptId, response)
}

/** Marks only gain rows and change standing; the old one steps back before the new one counts. */
async function storeMarks(
  tx: Tx,
  attempt: AttemptRecord,
  before: readonly MadeMark[],
  after: readonly MadeMark[],
): Promise<MadeMark[]> {
  const earlier = new Map(before.map((mark) => [mark.id, mark]))
  for (const mark of after) {
    const was = earlier.get(mark.id)
    if (was && (was.counts !== mark.counts || was.superseded_by !== mark.superseded_by))
      await updateStanding(tx, mark)
  }
  const made = after.filter(({ id }) => !earlier.has(id))
  await insertMarks(tx, attempt, made)
  return made
}

async function storeFigures(
  tx: Tx,
  attempt: AttemptRecord,
  before: Projection,
  after: Projection,
): Promise<void> {
  const { ended } = after
  if (!ended) return
  const figures = { ...totalsOf(after.marks), seconds: totalSeconds(after.seconds) }
  if (before.ended) return updateFigures(tx, attempt.id, figures)
  const status = figures.answered > 0 ? 'completed' : 'abandoned'
  await settleAttempt(tx, attempt.id, { status, ended_by: ended.by, ended_at: ended.at }, figures)
}

async function announce(
  ctx: Context,
  tx: Tx,
  subject: Subject,
  before: Projection,
  after: Projection,
  made: readonly MadeMark[],
): Promise<void> {
  await announceMarks(ctx, tx, subject, made, after)
  if (!before.ended && after.ended) await announceEnd(ctx, tx, subject, after, totalSeconds(after.seconds))
}

/** Ends an attempt and marks what is not marked yet. */
export async function endAttempt(
  ctx: Context,
  tx: Tx,
  attempt: AttemptRecord,
  end: { by: 'student' | 'bell'; at: Date },
): Promise<Projection> {
  const mark_ids = attempt.snapshot.questions.map(() => ctx.newId())
  const type = end.by === 'bell' ? 'bell' : 'finished'
  return actOn(ctx, tx, attempt, [
    { position: null, act: { type, payload: { ended_at: end.at.toISOString(), mark_ids } } },
  ])
}

/**
 * The attempt as it is after its bell: one that should have ended does so now, whoever reads it first.
 * At the deadline whatever is saved counts (spec 03 §4).
 */
export async function afterBell(ctx: Context, tx: Tx, seen: AttemptRecord): Promise<AttemptRecord> {
  if (seen.status !== 'in_progress' || !hasRung(seen, ctx.now)) return seen
  const attempt = (await lockAttempt(tx, seen.id)) ?? seen
  if (attempt.status !== 'in_progress' || attempt.deadline_at === null) return attempt
  await endAttempt(ctx, tx, attempt, { by: 'bell', at: attempt.deadline_at })
  return (await lockAttempt(tx, seen.id)) ?? attempt
}
