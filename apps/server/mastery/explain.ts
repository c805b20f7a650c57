import { effectsOn } from '@waymark/science/mastery/read-out.ts'
import { listHeldBack } from '../attempts/index.ts'
import {
  countByAttempt,
  type EvidencePlace,
  listFoldable,
  listPieces,
  type ShownPiece,
} from '../evidence/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answersFrom } from './answers.ts'
import { isTheirs } from './last-moves.ts'
import { type DayRecord, listDays } from './store/estimates.ts'
import { getParameters } from './store/parameters.ts'
import { mapVersions } from './store/tracer-states.ts'

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
  /** What answers on other competencies, and hidden ones, did to z. */
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
  const held = isTheirs(ctx) ? await listHeldBack(ctx, tx, [...counts.keys()]) : new Set<string>()
  const pieces = await listPieces(tx, subject, {
    before: page.before,
    limit: page.limit + 1,
    withoutAttempts: [...held],
  })
  const { own, other } = await effectsUnder(ctx, tx, subject, held)
  return {
    pieces: pieces.map((piece) => ({
      ...piece,
      effect: piece.status === 'active' ? (own.get(piece.event_id) ?? 0) : null,
    })),
    hidden: [...held].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    otherEffect: other,
  }
}

/** Change of z by each event on the competency, as far as the student is folded, and by all others together. */
async function effectsUnder(
  ctx: Context,
  tx: Tx,
  { studentId, competencyId }: MasterySubject,
  held: ReadonlySet<string>,
): Promise<{ own: ReadonlyMap<string, number>; other: number }> {
  const folded = (await mapVersions(tx, [studentId])).get(studentId)?.folded_change ?? 0
  const pieces = await listFoldable(tx, studentId, folded)
  const shown = new Set(
    pieces
      .filter((piece) => piece.competency_id === competencyId && !held.has(piece.attempt_id ?? ''))
      .map(({ event_id }) => event_id),
  )
  const own = new Map<string, number>()
  let other = 0
  for (const { eventId, change } of effectsOn(
    competencyId,
    answersFrom(pieces),
    await getParameters(tx, ctx.now),
  )) {
    if (shown.has(eventId)) own.set(eventId, change)
    else other += change
  }
  return { own, other }
}

/** How the estimate stood at the ends of the newest days with evidence. */
export const explainHistory = (tx: Tx, { studentId, competencyId }: MasterySubject): Promise<DayRecord[]> =>
  listDays(tx, studentId, competencyId, 10)
