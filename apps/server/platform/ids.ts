import { randomBytes } from 'node:crypto'

let lastTime = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter so that ids made by one process
 * sort in the order they were made, then chance.
 */
export function newUuid(now: Date): string {
  const time = now.getTime()
  counter = time === lastTime ? counter + 1 : 0
  lastTime = time
  const bytes = randomBytes(16)
  bytes.writeUIntBE(time + Math.floor(counter / 0x1000), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter & 0xfff), 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
