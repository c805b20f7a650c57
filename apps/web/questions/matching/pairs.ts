import type { Answer } from '@waymark/questions/matching/answer.ts'

export type Pair = Answer['pairs'][number]

/**
 * The pairs after `left` was given `right` (null: nothing). Where a right item may stand once only, it moves
 * here from the left item that had it; `movedFrom` names that one.
 */
export function pairUp(
  pairs: readonly Pair[],
  left: string,
  right: string | null,
  reuse: boolean,
): { pairs: Pair[]; movedFrom: string | null } {
  const holder = reuse ? undefined : pairs.find((pair) => pair.right === right && pair.left !== left)
  const others = pairs.filter((pair) => pair.left !== left && pair !== holder)
  return {
    pairs: right === null ? others : [...others, { left, right }],
    movedFrom: holder?.left ?? null,
  }
}

/** One stay in the pick-list of `left`: what was paired when it began, and what it has made of that. */
export interface Stay {
  left: string
  before: readonly Pair[]
  after: readonly Pair[]
}

/**
 * The pairs from which the next pick counts. Arrow keys pass over partners that other items have: those get
 * them back as soon as the list has moved on. Another list begins a stay of its own, also where a browser
 * gives a list that is used no focus.
 */
export function pairsBefore(stay: Stay | null, left: string, pairs: readonly Pair[]): readonly Pair[] {
  return stay?.left === left && stay.after === pairs ? stay.before : pairs
}
