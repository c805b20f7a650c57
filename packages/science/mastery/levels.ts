import { roundForThreshold } from '../marking/rounding.ts'

export const masteryLevels = ['beginner', 'developing', 'competent', 'proficient', 'expert'] as const
export type MasteryLevel = (typeof masteryLevels)[number]

/** Lower bounds of the levels above `beginner`, inclusive and rising; kept with the results they made. */
export interface MasteryCutOffs {
  version: number
  bounds: Record<Exclude<MasteryLevel, 'beginner'>, number>
}

export const MASTERY_CUT_OFFS: MasteryCutOffs = {
  version: 1,
  bounds: { developing: 0.4, competent: 0.6, proficient: 0.75, expert: 0.9 },
}

/** Level of a score 0–1, which is rounded to three decimals first. Throws a RangeError outside 0–1. */
export function masteryLevel(score: number, { bounds }: MasteryCutOffs = MASTERY_CUT_OFFS): MasteryLevel {
  const rounded = roundForThreshold(score)
  if (!(rounded >= 0 && rounded <= 1)) throw new RangeError(`a score lies within 0 and 1, not ${score}`)
  if (rounded >= bounds.expert) return 'expert'
  if (rounded >= bounds.proficient) return 'proficient'
  if (rounded >= bounds.competent) return 'competent'
  return rounded >= bounds.developing ? 'developing' : 'beginner'
}
