import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { listReplies, mapHeads } from '../evidence/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { dayNumber } from './answers.ts'
import { type Estimate, estimateFrom, stillHolds } from './estimate.ts'
import { contestedBy, standingReplies, withOpenReply } from './open-replies.ts'
import { foldReleased } from './shown-evidence.ts'
import { listEstimates, type StoredEstimate } from './store/estimates.ts'
import { getParameters } from './store/parameters.ts'
import { getSchoolDay, mapTracerStates, mapVersions } from './store/tracer-states.ts'
import { estimateAt, newStudentFold } from './student-fold.ts'

/** A student's estimates on the day of the context's instant. */
export interface StudentEstimates {
  version: number
  /** Evidence has arrived that these estimates do not show yet. */
  notYetFolded: boolean
  /** By competency. Those asked for are all there, also the never met. */
  estimates: ReadonlyMap<string, Estimate>
}

export interface EstimatesRead {
  students: ReadonlyMap<string, StudentEstimates>
  modelVersion: string
}

/**
 * Estimates of students, of the competencies named or of all they have met. Every screen, file and reply
 * reads here, so that the same figure is the same everywhere. Who may see them is asked before; the student and
 * the guardians get them as they are without work that is not released.
 */
export async function readEstimates(
  ctx: Context,
  tx: Tx,
  studentIds: readonly string[],
  competencyIds: readonly string[] | null,
): Promise<EstimatesRead> {
  const parameters = await getParameters(tx, ctx.now)
  const today = dayNumber(await getSchoolDay(tx, ctx.now))
  const stored = await listEstimates(tx, studentIds, competencyIds)
  const current = await asOfToday(tx, stored, parameters, today)
  const [versions, heads] = [await mapVersions(tx, studentIds), await mapHeads(tx, studentIds)]
  const contested = contestedBy(standingReplies(await listReplies(tx, studentIds, competencyIds)))
  const unmet = estimateFrom(estimateAt(newStudentFold(), parameters, '', today), undefined)
  const students = new Map<string, StudentEstimates>()
  for (const id of studentIds) {
    const folded = versions.get(id) ?? { version: 0, folded_change: 0 }
    const estimates = new Map<string, Estimate>(
      (competencyIds ?? []).map((competency) => [competency, unmet]),
    )
    const released = await foldReleased(ctx, tx, id)
    for (const [competency, estimate] of released?.estimates ?? current.get(id) ?? [])
      if (competencyIds?.includes(competency) ?? true) estimates.set(competency, estimate)
    for (const [competency, estimate] of estimates)
      estimates.set(competency, withOpenReply(estimate, contested.has(`${id}~${competency}`)))
    const notYetFolded = (heads.get(id) ?? 0) > folded.folded_change
    students.set(id, { version: folded.version, notYetFolded, estimates })
  }
  return { students, modelVersion: modelVersion(parameters) }
}

export const modelVersion = ({ version }: TracerParameters): string => `tracer-k-parameters-${version}`

/** The rules by which evidence becomes an estimate: spec 04 §§3, 5. */
export const FORMULA_VERSION = 'tracer-k-1'

/** What time has made less sure since it was stored is worked out again from the state. */
async function asOfToday(
  tx: Tx,
  stored: readonly StoredEstimate[],
  parameters: TracerParameters,
  today: number,
): Promise<ReadonlyMap<string, readonly [string, Estimate][]>> {
  const aged = stored.filter((one) => !stillHolds(one, today))
  const states = await mapTracerStates(tx, [...new Set(aged.map(({ student_id }) => student_id))])
  const current = stored.map((one): StoredEstimate => {
    const fold = stillHolds(one, today) ? null : states.get(one.student_id)?.fold
    if (!fold) return one
    const estimate = estimateAt(fold, parameters, one.competency_id, today)
    return { ...one, ...estimateFrom(estimate, fold.grounds.get(one.competency_id)) }
  })
  const byStudent = Map.groupBy(current, ({ student_id }) => student_id)
  return new Map(
    Array.from(byStudent, ([id, own]) => [
      id,
      own.map((one): [string, Estimate] => [one.competency_id, one]),
    ]),
  )
}
