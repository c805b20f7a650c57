import { Refused } from '../../platform/refused.ts'

/** Something that waits its turn; `key` names what two at a time must not touch. */
export interface Waiting<Ask, Kept> {
  key: string
  ask: Ask
  resolve(kept: Kept): void
  reject(fault: unknown): void
}

const LARGEST_GROUP = 64

/**
 * Saves that arrive while others are being written go together in the next transaction. Alone, a save is
 * written at once; when a class types, one commit carries dozens, so that the time of a save hardly grows
 * with their number. Nobody is answered before the commit.
 */
export class SaveLine<Ask, Kept> {
  readonly #keep: (asks: Ask[]) => Promise<Kept[]>
  #waiting: Waiting<Ask, Kept>[] = []
  #busy = false

  /** `keep` writes a group, all or none, and answers in its order. */
  constructor(keep: (asks: Ask[]) => Promise<Kept[]>) {
    this.#keep = keep
  }

  save(key: string, ask: Ask): Promise<Kept> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, ask, resolve, reject })
      if (!this.#busy) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0) await this.#keepGroup(this.#nextGroup())
    this.#busy = false
  }

  /** The first of each key, in order of arrival; a second one of the same key waits for the next group. */
  #nextGroup(): Waiting<Ask, Kept>[] {
    const keys = new Set<string>()
    const group: Waiting<Ask, Kept>[] = []
    const rest: Waiting<Ask, Kept>[] = []
    for (const one of this.#waiting) {
      const fits = group.length < LARGEST_GROUP && !keys.has(one.key)
      if (fits) keys.add(one.key)
      ;(fits ? group : rest).push(one)
    }
    this.#waiting = rest
    return group
  }

  /** When a group fails as a whole each is tried alone: a fault of one is never another's. */
  async #keepGroup(group: readonly Waiting<Ask, Kept>[]): Promise<void> {
    try {
      const kept = await this.#keep(group.map(({ ask }) => ask))
      for (const [place, one] of group.entries()) one.resolve(kept[place] as Kept)
    } catch (fault) {
      const [first, ...others] = group
      if (others.length === 0 || fault instanceof Refused) for (const one of group) one.reject(fault)
      else for (const one of [first, ...others]) if (one) await this.#keepGroup([one])
    }
  }
}
