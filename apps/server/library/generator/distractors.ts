import { cosineOfWindows, countWindows } from '@waymark/science/marking/similarity.ts'
import type { Term } from './lesson.ts'
import { holdsWords } from './wording.ts'

/**
 * Other terms of the unit that may stand beside a key, nearest in topic and length first: no two of them
 * within one another, none within the definition, so that only the meaning decides.
 */
export function nearestTerms(key: Term, vocabulary: readonly Term[]): Term[] {
  const keyWindows = countWindows(`${key.term} ${key.definition}`)
  const ranked = vocabulary
    .filter(
      (other) => other !== key && !overlaps(other.term, key.term) && !holdsWords(key.definition, other.term),
    )
    .map((other) => ({
      other,
      near:
        cosineOfWindows(keyWindows, countWindows(`${other.term} ${other.definition}`)) -
        Math.abs(other.term.length - key.term.length) / 40,
    }))
    .toSorted((a, b) => b.near - a.near)
  const chosen: Term[] = []
  for (const { other } of ranked) {
    if (chosen.every((one) => !overlaps(one.term, other.term))) chosen.push(other)
  }
  return chosen
}

function overlaps(a: string, b: string): boolean {
  return holdsWords(a, b) || holdsWords(b, a)
}

/** A key half as long again as the options beside it gives itself away (02 §6). */
export const STANDS_OUT = 1.5

/**
 * `count` of the terms, the first ones unless the key would stand out beside them: then the longest ones.
 */
export function besideKey(key: Term, terms: readonly Term[], count: number): Term[] {
  const first = terms.slice(0, count)
  const mean = first.reduce((total, { term }) => total + term.length, 0) / Math.max(1, first.length)
  if (key.term.length < STANDS_OUT * mean) return first
  return terms.toSorted((a, b) => b.term.length - a.term.length).slice(0, count)
}
