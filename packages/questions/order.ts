import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Arrange } from './student-question.ts'

/** Orders drawn from hashes (03 §5): everybody can recompute them, and the authored order leaves no trace. */

/** With this key everybody sees one order, which is still not the authored one. */
export const sharedShuffleKey = '0000000000000000'

function hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

function byHash<T>(list: readonly T[], hashed: (member: T) => string): T[] {
  return list
    .map((member) => ({ member, hash: hex(hashed(member)) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ member }) => member)
}

/** Sorts parts by hex SHA-256 of `shuffle_key:version_id:part_id`. */
export function arrangeBy(shuffleKey: string, versionId: string): Arrange {
  return (list) => byHash(list, ({ id }) => `${shuffleKey}:${versionId}:${id}`)
}

/** The version ids of a quiz's questions, by hex SHA-256 of `shuffle_key:version_id`. */
export function shuffleQuestions(shuffleKey: string, versionIds: readonly string[]): string[] {
  return byHash(versionIds, (versionId) => `${shuffleKey}:${versionId}`)
}

/** The option that a student with fewer options does not see: one that is not right, by its own hash. */
export function optionToRemove(
  shuffleKey: string,
  versionId: string,
  options: readonly { id: string; is_correct: boolean }[],
): string | null {
  const others = options.filter((option) => !option.is_correct)
  return byHash(others, ({ id }) => `${shuffleKey}:${versionId}:fewer:${id}`)[0]?.id ?? null
}
