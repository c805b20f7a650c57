import { readOut } from '@waymark/science/mastery/read-out.ts'
import { observe } from '@waymark/science/mastery/tracer.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { comparePlaces, newTracerState } from '@waymark/science/mastery/tracer-state.ts'
import { listHeldBack } from '../attempts/index.ts'
import { type FoldablePiece, listFoldable } from '../evidence/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answersFrom, type FoldableAnswer } from './answers.ts'
import { getParameters } from './store/parameters.ts'
import { mapVersions } from './store/tracer-states.ts'

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
  const folded = (await mapVersions(tx, [studentId])).get(studentId)?.folded_change ?? 0
  const pieces = await listFoldable(tx, studentId, folded)
  const held = await heldBack(ctx, tx, pieces)
  const hidden = new Set(
    pieces.filter(({ attempt_id }) => held.has(attempt_id ?? '')).map(({ event_id }) => event_id),
  )
  return lastMoves(answersFrom(pieces), await getParameters(tx, ctx.now), hidden)
}

async function heldBack(
  ctx: Context,
  tx: Tx,
  pieces: readonly FoldablePiece[],
): Promise<ReadonlySet<string>> {
  if (!isTheirs(ctx)) return new Set()
  return listHeldBack(ctx, tx, [...new Set(pieces.flatMap(({ attempt_id }) => attempt_id ?? []))])
}

/** Marks that wait for their release are kept from the student and the guardians. */
export const isTheirs = (ctx: Context): boolean => ['student', 'guardian'].includes(whoIs(ctx).role)

/** One pass over all answers; what the hidden ones did is left out, not what they left behind. */
export function lastMoves(
  answers: readonly FoldableAnswer[],
  parameters: TracerParameters,
  hidden: ReadonlySet<string>,
): Map<string, LastMove> {
  const state = newTracerState()
  const moves = new Map<string, LastMove>()
  for (const answer of [...answers].sort(comparePlaces)) {
    const zOf = (competency: string) => readOut(state, parameters, competency, answer.day).z
    const before = answer.competencies.map(zOf)
    observe(state, parameters, answer)
    if (hidden.has(answer.eventId)) continue
    for (const [at, competency] of answer.competencies.entries())
      moves.set(competency, {
        event_id: answer.eventId,
        occurred_at: new Date(answer.occurredAt),
        change: zOf(competency) - (before[at] ?? 0),
      })
  }
  return moves
}
