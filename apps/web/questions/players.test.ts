import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSpokenAt } from './counter.ts'
import { pairsBefore, pairUp, type Stay } from './matching/pairs.ts'
import { moveTo } from './ordering/move.ts'

describe('moving an item to a place', () => {
  const order = ['a', 'b', 'c', 'd']
  it.each([
    ['a', 1, 'bacd'],
    ['d', 0, 'dabc'],
    ['b', 9, 'acdb'],
    ['b', -3, 'bacd'],
    ['c', 2, 'abcd'],
  ])('%s to %i gives %s', (id, to, result) => {
    expect(moveTo(order, id, to).join('')).toBe(result)
  })
  it('keeps every item once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...order), fc.integer({ min: -5, max: 9 }), (id, to) => {
        expect(moveTo(order, id, to).toSorted()).toEqual(order)
      }),
    )
  })
})

describe('pairing', () => {
  const pairs = [
    { left: '1', right: 'x' },
    { left: '2', right: 'y' },
  ]
  it('gives a left item its right one, and takes it away again', () => {
    expect(pairUp(pairs, '1', 'z', false).pairs).toContainEqual({ left: '1', right: 'z' })
    expect(pairUp(pairs, '1', null, false).pairs).toEqual([{ left: '2', right: 'y' }])
  })
  it('moves a right item that may stand once only, and says from where', () => {
    expect(pairUp(pairs, '1', 'y', false)).toEqual({ pairs: [{ left: '1', right: 'y' }], movedFrom: '2' })
    expect(pairUp(pairs, '1', 'y', true)).toEqual({
      pairs: [
        { left: '2', right: 'y' },
        { left: '1', right: 'y' },
      ],
      movedFrom: null,
    })
  })
  it('gives back what arrow keys only passed over', () => {
    let now: readonly { left: string; right: string }[] = pairs
    let stay: Stay | null = null
    for (const right of ['x', 'y', 'z']) {
      const before = pairsBefore(stay, '3', now)
      const after = pairUp(before, '3', right, false).pairs
      stay = { left: '3', before, after }
      now = after
    }
    expect(now).toEqual([...pairs, { left: '3', right: 'z' }])
  })
  it('keeps what was picked in one list when another is picked from without a change of focus', () => {
    const one = pairUp([], '1', 'x', false).pairs
    const stay: Stay = { left: '1', before: [], after: one }
    expect(pairUp(pairsBefore(stay, '2', one), '2', 'y', false).pairs).toEqual([
      { left: '1', right: 'x' },
      { left: '2', right: 'y' },
    ])
  })
  it('never makes a pair twice, whatever is picked', () => {
    const picks = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('x', 'y', 'z', null)))
    fc.assert(
      fc.property(picks, (steps) => {
        let now: typeof pairs = []
        for (const [left, right] of steps) now = pairUp(now, left, right, false).pairs
        expect(new Set(now.map((pair) => pair.left)).size).toBe(now.length)
        expect(new Set(now.map((pair) => pair.right)).size).toBe(now.length)
      }),
    )
  })
})

describe('the counter', () => {
  it('is spoken at 20 left and at the end, once each', () => {
    expect(isSpokenAt(21, 20)).toBe(true)
    expect(isSpokenAt(20, 19)).toBe(false)
    expect(isSpokenAt(1, 0)).toBe(true)
    expect(isSpokenAt(40, 10)).toBe(true)
    expect(isSpokenAt(10, 30)).toBe(false)
  })
})
