import { readOut } from '@waymark/science/mastery/read-out.ts'
import { observe } from '@waymark/science/mastery/tracer.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { comparePlaces, newTracerState } from '@waymark/science/mastery/tracer-state.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answersFrom, type FoldableAnswer } from './answers.ts'
import { listShown } from './shown-evidence.ts'
import { getParameters } from './store/parameters.ts'

/** An event that moved the estimate of a competency, and the change of z. */
export interface LastMove {
  event_id: string
  occurred_at: Date
  change: number
}

/** The newest event on each competency with what it did; for the student only of work that is released. */
export async function readLastMoves(
  ctx: Context,
  tx: Tx,
  studentId: string,
): Promise<ReadonlyMap<string, LastMove>> {
  const { pieces } = await listShown(ctx, tx, studentId)
  return lastMoves(answersFrom(pieces), await getParameters(tx, ctx.now))
}

/** One pass over the answers. */
export function lastMoves(
  answers: readonly FoldableAnswer[],
  parameters: TracerParameters,
): Map<string, LastMove> {
  const state = newTracerState()
  const moves = new Map<string, LastMove>()
  for (const answer of [...answers].sort(comparePlaces)) {
    const zOf = (competency: string) => readOut(state, parameters, competency, answer.day).z
    const before = answer.competencies.map(zOf)
    observe(state, parameters, answer)
    for (const [at, competency] of answer.competencies.entries())
      moves.set(competency, {
        event_id: answer.eventId,
        occurred_at: new Date(answer.occurredAt),
        change: zOf(competency) - (before[at] ?? 0),
      })
  }
  return moves
}
