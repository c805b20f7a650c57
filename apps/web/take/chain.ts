import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical.ts'

const hashOf = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** h0 of spec 03 §6: where the chain of one device in one attempt begins. */
export function chainStart(attemptId: string, deviceId: string): string {
  return hashOf(`${attemptId}:${deviceId}`)
}

/** The next head: a line of events may be cut, but not edited unseen. */
export function chainNext(head: string, event: unknown): string {
  return hashOf(`${head}:${canonicalJson(event)}`)
}
