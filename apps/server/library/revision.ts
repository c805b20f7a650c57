import { Refused } from '../platform/refused.ts'

/** The header by which a write says which state it was made on. */
export type IfMatch = string | null

/**
 * Refuses a write that was made on an older state, with both texts, so that nothing is overwritten (02 §1).
 * A write without the header, or with something else in it, is refused by name.
 */
export function requireRevision(
  sent: IfMatch,
  present: number,
  texts: { yours: unknown; theirs: unknown },
): void {
  if (sent === null || !/^\d{1,9}$/.test(sent)) {
    throw new Refused('invalid', {
      pointer: '/headers/if-match',
      message: 'Send the revision you edited in If-Match.',
    })
  }
  if (Number(sent) !== present) throw new Refused('edit_conflict', { revision: present, ...texts })
}
