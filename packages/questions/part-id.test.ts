import { describe, expect, it } from 'vitest'
import { newPartId, partIdForm } from './part-id.ts'

describe('the id of a part', () => {
  it('has six characters of the alphabet, whatever the bytes', () => {
    for (let first = 0; first < 256; first += 1) {
      const counting = (count: number) => Uint8Array.from({ length: count }, (_, n) => (first + 7 * n) % 256)
      expect(newPartId(counting)).toMatch(partIdForm)
    }
  })

  it('draws again instead of folding bytes beyond the alphabet into it', () => {
    const bytes = [31, 31, 0, 30, 1, 31, 2, 3, 4, 5, 6, 7]
    expect(newPartId(() => Uint8Array.from(bytes))).toBe('a9bcde')
  })
})
