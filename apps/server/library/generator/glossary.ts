import { cosineOfWindows, countWindows, type WindowCounts } from '@waymark/science/marking/similarity.ts'
import { containsWords, normaliseText } from '@waymark/science/marking/text.ts'
import type { Term } from './lesson.ts'

/** More neighbours than a question ever shows. */
const MOST_NEIGHBOURS = 12

interface Entry {
  term: Term
  plain: string
  plainDefinition: string
  windows: WindowCounts
}

/** The terms of a lesson, each normalised once; large glossaries are looked through for every sentence. */
export class Glossary {
  readonly #entries: Entry[]
  readonly #byTerm: Map<Term, Entry>
  readonly #neighbours = new Map<Term, Term[]>()

  constructor(vocabulary: readonly Term[]) {
    this.#entries = vocabulary.map((term) => ({
      term,
      plain: normaliseText(term.term),
      plainDefinition: normaliseText(term.definition),
      windows: countWindows(`${term.term} ${term.definition}`),
    }))
    this.#byTerm = new Map(this.#entries.map((entry) => [entry.term, entry]))
  }

  /** Terms that a text holds as whole words. */
  heldBy(text: string): Term[] {
    const plain = normaliseText(text)
    return this.#entries.filter((entry) => containsWords(plain, entry.plain)).map(({ term }) => term)
  }

  /** Terms none of which holds another and no two of which mean the same; of two that clash, the first. */
  apart(terms: readonly Term[]): Term[] {
    const kept: Entry[] = []
    for (const entry of this.#entriesOf(terms)) {
      const clashes = kept.some((one) => overlap(one, entry) || one.plainDefinition === entry.plainDefinition)
      if (!clashes) kept.push(entry)
    }
    return kept.map(({ term }) => term)
  }

  /**
   * Other terms that may stand beside a key, nearest in topic and length first: no two of them within one
   * another, none within the definition, so that only the meaning decides.
   */
  nearest(key: Term): Term[] {
    const known = this.#neighbours.get(key) ?? this.#findNearest(key)
    this.#neighbours.set(key, known)
    return known
  }

  #findNearest(key: Term): Term[] {
    const own = this.#byTerm.get(key)
    if (!own) return []
    const ranked = this.#entries
      .filter((one) => one !== own && !overlap(one, own) && !containsWords(own.plainDefinition, one.plain))
      .map((entry) => ({
        entry,
        near:
          cosineOfWindows(own.windows, entry.windows) - Math.abs(entry.plain.length - own.plain.length) / 40,
      }))
      .toSorted((a, b) => b.near - a.near)
    const chosen: Entry[] = []
    for (const { entry } of ranked) {
      if (chosen.length === MOST_NEIGHBOURS) break
      if (chosen.every((one) => !overlap(one, entry))) chosen.push(entry)
    }
    return chosen.map(({ term }) => term)
  }

  #entriesOf(terms: readonly Term[]): Entry[] {
    return terms.flatMap((term) => this.#byTerm.get(term) ?? [])
  }
}

const overlap = (a: Entry, b: Entry): boolean =>
  containsWords(a.plain, b.plain) || containsWords(b.plain, a.plain)

/** A key half as long again as the options beside it gives itself away (02 §6). */
export const STANDS_OUT = 1.5

/** `count` of the terms, the first ones unless the key would stand out beside them: then the longest ones. */
export function besideKey(key: Term, terms: readonly Term[], count: number): Term[] {
  const first = terms.slice(0, count)
  const mean = first.reduce((total, { term }) => total + term.length, 0) / Math.max(1, first.length)
  if (key.term.length < STANDS_OUT * mean) return first
  return terms.toSorted((a, b) => b.term.length - a.term.length).slice(0, count)
}
