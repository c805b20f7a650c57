import { describe, expect, it } from 'vitest'
import { insertAt, moveAt, removeAt, replaceAt } from './list-edits.ts'

describe('edits of a list', () => {
  const list = ['a', 'b', 'c']

  it('replaces, removes and puts in without touching the list itself', () => {
    expect(replaceAt(list, 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(removeAt(list, 0)).toEqual(['b', 'c'])
    expect(insertAt(list, 1, 'x')).toEqual(['a', 'x', 'b', 'c'])
    expect(list).toEqual(['a', 'b', 'c'])
  })

  it('puts an item back at the end when the list has become shorter', () => {
    expect(insertAt(['a'], 2, 'c')).toEqual(['a', 'c'])
  })

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
    [5, 0, ['a', 'b', 'c']],
  ])('moves the item at %i to %i', (from, to, expected) => {
    expect(moveAt(list, from, to)).toEqual(expected)
  })
})
