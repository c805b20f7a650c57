import { type PackedState, packState, unpackState } from '@waymark/science/mastery/packed-state.ts'
import { standings } from '@waymark/science/mastery/standing-of.ts'
import { z } from 'zod'
import type { Grounds, StudentFold } from './student-fold.ts'

/** A fold as stored JSON; a new shape gets a new number, and then every student is folded from nothing. */
export interface PackedFold {
  shape: 1
  tracer: PackedState
  answers_only: PackedState | null
  grounds: PackedGrounds[]
}

const PackedGrounds = z.tuple([
  z.string(),
  z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]),
  z.enum(standings).nullable(),
  z.array(z.string()),
])
type PackedGrounds = z.output<typeof PackedGrounds>

const Envelope = z.object({
  shape: z.literal(1),
  tracer: z.unknown(),
  answers_only: z.unknown(),
  grounds: z.array(PackedGrounds),
})

export function packFold({ tracer, answersOnly, grounds }: StudentFold): PackedFold {
  return {
    shape: 1,
    tracer: packState(tracer),
    answers_only: answersOnly && packState(answersOnly),
    grounds: Array.from(grounds, ([competency, one]) => [
      competency,
      [one.pieces, one.answers, one.firstTries, one.judgements, one.newestDay],
      one.newestJudgement,
      one.questions,
    ]),
  }
}

/** The fold again; null for anything but this shape, and then the student is folded from nothing. */
export function unpackFold(packed: unknown): StudentFold | null {
  const read = Envelope.safeParse(packed)
  if (!read.success) return null
  const tracer = unpackState(read.data.tracer)
  const answersOnly = read.data.answers_only === null ? null : unpackState(read.data.answers_only)
  if (!tracer || (read.data.answers_only !== null && !answersOnly)) return null
  return { tracer, answersOnly, grounds: new Map(read.data.grounds.map(groundsFrom)) }
}

function groundsFrom([competency, counts, newestJudgement, questions]: PackedGrounds): [string, Grounds] {
  const [pieces, answers, firstTries, judgements, newestDay] = counts
  return [competency, { pieces, answers, firstTries, judgements, newestDay, newestJudgement, questions }]
}
