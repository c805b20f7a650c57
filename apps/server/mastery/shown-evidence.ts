import { listHeldBack } from '../attempts/index.ts'
import { type FoldablePiece, listFoldable } from '../evidence/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answersFrom, dayNumber, dayText } from './answers.ts'
import { type Estimate, estimateFrom } from './estimate.ts'
import { estimatesAt } from './estimates-at.ts'
import type { DayRecord } from './store/estimates.ts'
import { getParameters } from './store/parameters.ts'
import { getSchoolDay, mapVersions } from './store/tracer-states.ts'
import { type DayEstimate, foldAnswers, newStudentFold } from './student-fold.ts'

/** What of a student's folded evidence the viewer may know. */
export interface ShownEvidence {
  pieces: FoldablePiece[]
  /** Attempts whose marks are not released to this viewer. */
  held: ReadonlySet<string>
}

/** Marks that wait for their release are kept from the student and the guardians. */
const isTheirs = (ctx: Context): boolean => ['student', 'guardian'].includes(whoIs(ctx).role)

/**
 * The evidence as far as it is folded, without work whose marks the viewer may not see yet. `alsoOf` names
 * attempts to judge beside those that are folded.
 */
export async function listShown(
  ctx: Context,
  tx: Tx,
  studentId: string,
  alsoOf: readonly string[] = [],
): Promise<ShownEvidence> {
  const folded = (await mapVersions(tx, [studentId])).get(studentId)?.folded_change ?? 0
  const pieces = await listFoldable(tx, studentId, folded)
  const attempts = new Set([...alsoOf, ...pieces.flatMap(({ attempt_id }) => attempt_id ?? [])])
  const held = isTheirs(ctx) ? await listHeldBack(ctx, tx, [...attempts]) : new Set<string>()
  return { pieces: pieces.filter(({ attempt_id }) => !held.has(attempt_id ?? '')), held }
}

/** A student's estimates as they are without the work that is held back. */
export interface ReleasedEstimates {
  estimates: ReadonlyMap<string, Estimate>
  days: readonly DayEstimate[]
}

/**
 * Folded from nothing, since the stored estimates hold everything: an estimate that moved would tell the marks
 * before their time. Null where the viewer may know all of it, and the stored ones will do.
 */
export async function foldReleased(
  ctx: Context,
  tx: Tx,
  studentId: string,
): Promise<ReleasedEstimates | null> {
  if (!isTheirs(ctx)) return null
  const { pieces, held } = await listShown(ctx, tx, studentId)
  if (held.size === 0) return null
  const parameters = await getParameters(tx, ctx.now)
  const today = dayNumber(await getSchoolDay(tx, ctx.now))
  const fold = newStudentFold()
  const days = foldAnswers(fold, parameters, answersFrom(pieces))
  return { estimates: estimatesAt(fold, parameters, today), days }
}

/** The newest of these days on one competency, the newest first, as they would have been stored. */
export const dayRecordsOf = (
  days: readonly DayEstimate[],
  competencyId: string,
  limit: number,
): DayRecord[] =>
  days
    .filter(({ competency }) => competency === competencyId)
    .sort((a, b) => b.day - a.day)
    .slice(0, limit)
    .map(({ day, estimate, pieces }) => {
      const { state, value } = estimateFrom(estimate, { pieces, newestDay: day })
      return { day: dayText(day), state, probability: value?.probability ?? null }
    })
