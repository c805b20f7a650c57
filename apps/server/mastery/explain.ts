import { effectsOn } from '@waymark/science/mastery/read-out.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import {
  countByAttempt,
  type EvidencePlace,
  type FoldablePiece,
  listPieces,
  listReplies,
  type ShownPiece,
  type StoredReply,
} from '../evidence/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answersFrom } from './answers.ts'
import { standingReplies } from './open-replies.ts'
import { dayRecordsOf, foldReleased, listShown } from './shown-evidence.ts'
import { type DayRecord, listDays } from './store/estimates.ts'
import { getParameters } from './store/parameters.ts'

const DAYS_SHOWN = 10

/** One student and one competency. Whether the viewer may see them is asked before. */
export interface MasterySubject {
  studentId: string
  competencyId: string
}

/** A piece of evidence with what it did to z, the log-odds; null when it does not count. */
export type ExplainedPiece = ShownPiece & { effect: number | null }

export interface EvidencePage {
  /** The newest first, one more than asked when more follow. */
  pieces: ExplainedPiece[]
  /** Pieces whose marks the viewer may not see yet. */
  hidden: number
  /** What answers on other competencies did to z. */
  otherEffect: number
}

/** A page of the evidence under an estimate. A student sees no piece of work that is not released. */
export async function explainEvidence(
  ctx: Context,
  tx: Tx,
  subject: MasterySubject,
  page: { before: EvidencePlace | null; limit: number },
): Promise<EvidencePage> {
  const counts = await countByAttempt(tx, subject)
  const { pieces: folded, held } = await listShown(ctx, tx, subject.studentId, [...counts.keys()])
  const pieces = await listPieces(tx, subject, {
    before: page.before,
    limit: page.limit + 1,
    withoutAttempts: [...held],
  })
  const { own, other } = effectsUnder(subject.competencyId, folded, await getParameters(tx, ctx.now))
  return {
    pieces: pieces.map((piece) => ({
      ...piece,
      effect: piece.status === 'active' ? (own.get(piece.event_id) ?? 0) : null,
    })),
    hidden: [...held].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    otherEffect: other,
  }
}

/** Change of z by each event on the competency, and by all others together. */
function effectsUnder(
  competencyId: string,
  folded: readonly FoldablePiece[],
  parameters: TracerParameters,
): { own: ReadonlyMap<string, number>; other: number } {
  const onIt = new Set(
    folded.filter((piece) => piece.competency_id === competencyId).map(({ event_id }) => event_id),
  )
  const own = new Map<string, number>()
  let other = 0
  for (const { eventId, change } of effectsOn(competencyId, answersFrom(folded), parameters)) {
    if (onIt.has(eventId)) own.set(eventId, change)
    else other += change
  }
  return { own, other }
}

/** What the student said to the estimate and the pieces under it, with whether it contests it now. */
export async function explainReplies(
  tx: Tx,
  { studentId, competencyId }: MasterySubject,
): Promise<(StoredReply & { open: boolean })[]> {
  const replies = await listReplies(tx, [studentId], [competencyId])
  const standing = new Set(standingReplies(replies))
  return replies.map((reply) => ({ ...reply, open: standing.has(reply) && reply.stance !== 'this_is_me' }))
}

/** How the estimate stood at the ends of the newest days with evidence, of released work for the student. */
export async function explainHistory(
  ctx: Context,
  tx: Tx,
  { studentId, competencyId }: MasterySubject,
): Promise<DayRecord[]> {
  const released = await foldReleased(ctx, tx, studentId)
  return released
    ? dayRecordsOf(released.days, competencyId, DAYS_SHOWN)
    : listDays(tx, studentId, competencyId, DAYS_SHOWN)
}
