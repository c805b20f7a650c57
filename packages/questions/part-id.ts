/** Characters that cannot be taken for one another; values beyond them are drawn again. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The form of the ids we give. */
export const partIdForm = new RegExp(`^[${alphabet}]{6}$`)

/** Gives random bytes; the caller owns the chance. */
export type RandomBytes = (count: number) => Uint8Array

/** A random 6-character id for a part of a question (01 §1): a counter would leak the authored order. */
export function newPartId(randomBytes: RandomBytes): string {
  let id = ''
  while (id.length < 6) {
    for (const byte of randomBytes(12)) {
      const letter = alphabet[byte & 31]
      if (letter !== undefined && id.length < 6) id += letter
    }
  }
  return id
}
