import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Chance that always falls the same way for the same seed, on every machine. */
export interface Chance {
  bytes(count: number): Uint8Array
  /** A whole number from 0 to `below` − 1. */
  whole(below: number): number
  shuffled<T>(list: readonly T[]): T[]
  /** Chance of its own for one purpose, so that drawing more for one question changes no other. */
  branch(name: string): Chance
}

/** Bytes are SHA-256 of the seed's digest with a counter; a seed may be as long as a whole lesson. */
export function seededChance(seed: string): Chance {
  const digest = bytesToHex(sha256(utf8ToBytes(seed)))
  let block = new Uint8Array(0)
  let at = 0
  let counter = 0
  const nextByte = (): number => {
    if (at === block.length) {
      block = new Uint8Array(sha256(utf8ToBytes(`${counter}:${digest}`)))
      counter += 1
      at = 0
    }
    const byte = block[at] ?? 0
    at += 1
    return byte
  }
  const whole = (below: number): number => {
    const value = ((nextByte() << 16) | (nextByte() << 8) | nextByte()) / 0x1000000
    return Math.floor(value * below)
  }
  return {
    bytes: (count) => Uint8Array.from({ length: count }, nextByte),
    whole,
    shuffled: (list) => {
      const left = [...list]
      return list.map(() => left.splice(whole(left.length), 1)[0] as (typeof left)[number])
    },
    branch: (name) => seededChance(`${digest}/${name}`),
  }
}
