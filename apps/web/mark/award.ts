import type { Reply } from '../api.ts'
import { roundHalfUp } from '../words/round.ts'

export type MarkingItem = Reply<'listMarkingQueue'>['items'][number]
export type Scheme = MarkingItem['scheme']
/** Points per criterion, or a level per dimension, by the id of the part. */
export type Awarded = Readonly<Record<string, number>>

const lowestLevel = 1
const highestLevel = 4

/** What may be given for one part: 0 up to its points, or a level of 1–4. */
export function choicesFor(scheme: Scheme, partId: string): number[] {
  if (scheme.mode === 'rubric') return steps(lowestLevel, highestLevel)
  const most = scheme.parts.find(({ id }) => id === partId)?.points ?? 0
  const whole = steps(0, Math.floor(most))
  return Number.isInteger(most) ? whole : [...whole, most]
}

const steps = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Parts nothing is given for yet. All must be given before the mark can be saved. */
export function missingParts(scheme: Scheme, awarded: Awarded): string[] {
  return scheme.parts.map(({ id }) => id).filter((id) => awarded[id] === undefined)
}

/**
 * The points of a decision, to two decimals; null while a part is missing. A rubric's level counts level ÷ 4
 * by its weight (spec 00 decision 5); a mark scheme's points count as they are, as a share of those available.
 */
export function pointsOf({ scheme, points }: Pick<MarkingItem, 'scheme' | 'points'>, awarded: Awarded) {
  if (missingParts(scheme, awarded).length > 0) return null
  const given = (id: string) => awarded[id] ?? 0
  const share =
    scheme.mode === 'rubric'
      ? scheme.parts.reduce((sum, { id, weight }) => sum + (weight * given(id)) / highestLevel, 0)
      : scheme.parts.reduce((sum, { id }) => sum + given(id), 0) / scheme.points_available
  return roundHalfUp(roundHalfUp(share * points, 9), 2)
}
