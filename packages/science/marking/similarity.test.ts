import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWindows, textSimilarity } from './similarity.ts'

const stem = 'What is the decimal value of the binary number 1010?'

describe('similarity of texts', () => {
  it.each([
    ['What is the decimal value of the binary number 1011?', '0.965'],
    ['Which number in decimal is the same as binary 1010?', '0.618'],
    ['Name one device that connects networks together.', '0.213'],
  ])('of a stem and %j is %s', (other, similarity) => {
    expect(textSimilarity(stem, other).toFixed(3)).toBe(similarity)
  })

  it('sees neither case nor signs nor the Unicode form', () => {
    expect(textSimilarity('Caf\u00e9: open!', '  cafe\u0301 -- OPEN')).toBeCloseTo(1, 12)
  })

  it('is 0 where one text has no word', () => {
    expect(textSimilarity('?!', stem)).toBe(0)
    expect(countWindows('').counts.size).toBe(0)
  })

  it('is the same both ways, within 0 and 1, and 1 for a text with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const similarity = textSimilarity(a, b)
        expect(textSimilarity(b, a)).toBeCloseTo(similarity, 12)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        if (countWindows(a).length > 0) expect(textSimilarity(a, a)).toBeCloseTo(1, 12)
      }),
    )
  })
})
