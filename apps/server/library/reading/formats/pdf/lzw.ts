const clearTable = 256
const endOfData = 257
const firstFree = 258
const longestTable = 4_096

/**
 * How many bytes LZW data (the early-change variant of PDF) unpacks to. Only lengths are kept:
 * `check` is told the count as it grows and may throw.
 */
export function unpackedByLzw(packed: Uint8Array, check: (unpacked: number, packed: number) => void): number {
  const lengths = new Uint32Array(longestTable).fill(1, 0, clearTable)
  let free = firstFree
  let width = 9
  let previous = 0
  let bits = 0
  let held = 0
  let unpacked = 0
  for (let at = 0; at < packed.length; at += 1) {
    held = ((held << 8) | (packed[at] as number)) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === endOfData) break
    if (code === clearTable) {
      free = firstFree
      width = 9
      previous = 0
      continue
    }
    if (code > free) break
    const length = code < free ? (lengths[code] as number) : previous + 1
    if (previous > 0 && free < longestTable) {
      lengths[free] = previous + 1
      free += 1
    }
    if (free + 1 >= 1 << width && width < 12) width += 1
    previous = length
    unpacked += length
    check(unpacked, at + 1)
  }
  return unpacked
}
