import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrive, hasArrived, missing, nothingArrived } from './device-line.ts'

describe('what has arrived of a device', () => {
  test.each([
    { title: 'in order', seqs: [1, 2, 3], through: 3, gaps: [] },
    { title: 'a gap blocks nothing', seqs: [1, 2, 5, 6], through: 2, gaps: [[3, 4]] },
    {
      title: 'two gaps',
      seqs: [2, 5],
      through: 0,
      gaps: [
        [1, 1],
        [3, 4],
      ],
    },
    { title: 'a filled gap joins', seqs: [1, 3, 2], through: 3, gaps: [] },
    { title: 'repeats change nothing', seqs: [1, 1, 4, 4], through: 1, gaps: [[2, 3]] },
  ])('$title', ({ seqs, through, gaps }) => {
    const line = arrive(nothingArrived, seqs)
    expect(line.through).toBe(through)
    expect(missing(line)).toEqual(gaps)
  })

  test('is the set of numbers sent, whatever the order and the cutting into batches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), fc.integer({ min: 0, max: 20 }), (seqs, cut) => {
        const line = arrive(arrive(nothingArrived, seqs.slice(cut)), seqs.slice(0, cut))
        const sent = new Set(seqs)
        const highest = Math.max(0, ...seqs)
        const gaps = missing(line)
        for (let seq = 1; seq <= highest + 1; seq += 1) {
          expect(hasArrived(line, seq)).toBe(sent.has(seq))
          const inGap = gaps.some(([from, to]) => seq >= from && seq <= to)
          expect(inGap).toBe(seq < highest && !sent.has(seq))
        }
        expect(line).toEqual(
          arrive(
            nothingArrived,
            [...seqs].sort((a, b) => b - a),
          ),
        )
      }),
    )
  })
})
