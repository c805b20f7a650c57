import { isLate } from '@waymark/science/mastery/tracer.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { listFoldable, listFoldableSince, mapHeads } from '../evidence/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { emit } from '../platform/events/event.ts'
import { answersFrom, dayNumber, type FoldableAnswer } from './answers.ts'
import type { DatedEstimate } from './estimate.ts'
import { estimatesAt } from './estimates-at.ts'
import { masteryUpdated } from './events.ts'
import { deleteEstimates, insertDays, updateEstimates } from './store/estimates.ts'
import { getParameters } from './store/parameters.ts'
import {
  getSchoolDay,
  lockTracerState,
  type TracerStateRecord,
  updateTracerState,
} from './store/tracer-states.ts'
import { foldAnswers, newStudentFold, type StudentFold, steadyUntil } from './student-fold.ts'

interface Student {
  id: string
  schoolId: string
}

/**
 * Folds what is new in a student's evidence into the estimates, in the caller's transaction: state, current
 * estimates, day snapshots, announcement. With nothing new it changes nothing, so a repeat is harmless.
 * Whatever the order in which evidence came, the result is that of a fold from nothing.
 */
export async function foldStudent(ctx: Context, tx: Tx, student: Student): Promise<void> {
  const parameters = await getParameters(tx, ctx.now)
  const state = await lockTracerState(tx, student, parameters.version, ctx.now)
  const head = (await mapHeads(tx, [student.id])).get(student.id) ?? 0
  const work = await whatToFold(tx, state, parameters, head)
  if (!work) return
  const { fold, answers, fromNothing, repliedOn } = work
  const days = foldAnswers(fold, parameters, answers)
  const moves = fromNothing || answers.length > 0 || repliedOn.length > 0
  const version = state.version + (moves ? 1 : 0)
  const folded = { ...state, fold, folded_change: head, parameter_version: parameters.version, version }
  await updateTracerState(tx, folded, ctx.now)
  if (!moves) return
  const today = dayNumber(await getSchoolDay(tx, ctx.now))
  if (fromNothing) await deleteEstimates(tx, student.id)
  await updateEstimates(tx, student, estimatesOf(fold, parameters, today), version)
  await insertDays(tx, student, days)
  const met = fromNothing ? [...fold.grounds.keys()] : answers.flatMap(({ competencies }) => competencies)
  const touched = [...met, ...repliedOn]
  await emit(ctx, tx, masteryUpdated, {
    schoolId: student.schoolId,
    key: student.id,
    payload: { student_id: student.id, version, competency_ids: [...new Set(touched)].sort() },
  })
}

interface Work {
  fold: StudentFold
  answers: FoldableAnswer[]
  fromNothing: boolean
  /** Replies change no number, but the state that is shown. */
  repliedOn: string[]
}

/** The new answers on top of the state, or all of them from nothing: after a late one, or one taken back. */
async function whatToFold(
  tx: Tx,
  state: TracerStateRecord,
  parameters: TracerParameters,
  head: number,
): Promise<Work | null> {
  const { fold, student_id, folded_change } = state
  const usable = fold !== null && state.parameter_version === parameters.version
  if (usable) {
    if (folded_change >= head) return null
    const since = await listFoldableSince(tx, student_id, folded_change, head)
    const answers = answersFrom(since.pieces)
    if (!since.anyWithdrawn && !answers.some((answer) => isLate(fold.tracer, answer)))
      return { fold, answers, fromNothing: false, repliedOn: since.repliedOn }
  }
  const pieces = await listFoldable(tx, student_id, head)
  return { fold: newStudentFold(), answers: answersFrom(pieces), fromNothing: true, repliedOn: [] }
}

function estimatesOf(
  fold: StudentFold,
  parameters: TracerParameters,
  today: number,
): ReadonlyMap<string, DatedEstimate> {
  return new Map(
    Array.from(estimatesAt(fold, parameters, today), ([competency, estimate]) => [
      competency,
      { ...estimate, computed_on: today, steady_until: steadyUntil(fold, competency) },
    ]),
  )
}
