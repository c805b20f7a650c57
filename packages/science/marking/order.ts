import { type Fraction, fraction, larger, ONE, ZERO } from './fraction.ts'

export const orderSchemes = ['longest_sequence', 'exact_position', 'pairs'] as const
export type OrderScheme = (typeof orderSchemes)[number]

/**
 * The fraction 0–1 of an ordering. `positions` are the items' right positions in the order the student gave;
 * items that may stand in either order share a position. Which numbers are used does not matter, only their
 * order. Where every item shares one position every order is right. Throws a RangeError for an empty list.
 */
export function orderFraction(scheme: OrderScheme, positions: readonly number[]): Fraction {
  if (positions.length === 0) throw new RangeError('an ordering has at least one item')
  switch (scheme) {
    case 'longest_sequence':
      return longestSequence(positions)
    case 'exact_position':
      return exactPosition(positions)
    case 'pairs':
      return pairs(positions)
  }
}

/** Which of the places hold an item that belongs there; one flag per place, in the student's order. */
export function placesRight(positions: readonly number[]): boolean[] {
  const right = positions.toSorted((a, b) => a - b)
  return positions.map((position, place) => position === right[place])
}

/** (L − m) ÷ (n − m): L the longest run of items in order, m the largest group of ties. */
function longestSequence(positions: readonly number[]): Fraction {
  const n = positions.length
  const ties = largestTieGroup(positions)
  return n === ties ? ONE : fraction(longestNonFalling(positions) - ties, n - ties)
}

function largestTieGroup(positions: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const position of positions) sizes.set(position, (sizes.get(position) ?? 0) + 1)
  return Math.max(...sizes.values())
}

/** Patience sorting: `ends[k]` is the smallest last item of a non-falling subsequence of k + 1 items. */
function longestNonFalling(positions: readonly number[]): number {
  const ends: number[] = []
  for (const position of positions) {
    const pile = ends.findIndex((end) => end > position)
    if (pile < 0) ends.push(position)
    else ends[pile] = position
  }
  return ends.length
}

function exactPosition(positions: readonly number[]): Fraction {
  return fraction(placesRight(positions).filter(Boolean).length, positions.length)
}

/** max(0, (C − D) ÷ (C + D)) over the pairs that are not tied: C in order, D against it. */
function pairs(positions: readonly number[]): Fraction {
  let agreeing = 0
  let opposed = 0
  for (const [place, first] of positions.entries()) {
    for (const second of positions.slice(place + 1)) {
      if (first < second) agreeing += 1
      else if (first > second) opposed += 1
    }
  }
  const compared = agreeing + opposed
  return compared === 0 ? ONE : larger(ZERO, fraction(agreeing - opposed, compared))
}
