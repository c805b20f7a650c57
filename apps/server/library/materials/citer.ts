import { literalIn } from '../generator/citing.ts'
import type { StoredPassage } from '../store/passages.ts'

/**
 * Finds for a text the passage that holds it, and keeps a new passage for what a teacher typed: passages
 * never change, so a correction is a further one and every quote stays literal.
 */
export class Citer {
  /** Passages that have to be stored. */
  readonly typed: StoredPassage[] = []
  readonly #passages: StoredPassage[]
  readonly #place: Pick<StoredPassage, 'school_id' | 'unit_id' | 'document_id'>
  readonly #newId: () => string

  constructor(
    place: Pick<StoredPassage, 'school_id' | 'unit_id' | 'document_id'>,
    passages: readonly StoredPassage[],
    newId: () => string,
  ) {
    this.#place = place
    this.#passages = [...passages]
    this.#newId = newId
  }

  /** Id of a passage that holds every part literally; the one it stood in before comes first. */
  passageFor(parts: readonly string[], before: string | null = null): string {
    const holds = ({ text }: StoredPassage) => parts.every((part) => literalIn(text, part) !== null)
    const known = this.#passages.find(({ id }) => id === before)
    const holder = known && holds(known) ? known : this.#passages.find(holds)
    return (holder ?? this.#type(parts.join(': '))).id
  }

  #type(text: string): StoredPassage {
    const last = this.#passages.reduce((ord, passage) => Math.max(ord, passage.ord), 0)
    const passage: StoredPassage = {
      ...this.#place,
      id: this.#newId(),
      ord: last + 1,
      kind: 'typed',
      locator: {},
      text,
      hidden: false,
      ticked: false,
    }
    this.#passages.push(passage)
    this.typed.push(passage)
    return passage
  }
}
