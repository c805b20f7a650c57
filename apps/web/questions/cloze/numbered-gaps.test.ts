import { expect, it } from 'vitest'
import { closeGap, openGap, readNumbers, showNumbers } from './numbered-gaps.ts'

const ids = ['k4c7mw', 'd9f2xs']
const text = 'A {{d9f2xs}} joins {{k4c7mw}}.'

it('shows gaps by their place in the list and reads them back', () => {
  expect(showNumbers(text, ids)).toBe('A [2] joins [1].')
  expect(readNumbers('A [2] joins [1].', ids)).toBe(text)
})

it('leaves a number in brackets that belongs to no gap as it was typed', () => {
  expect(readNumbers('list[3] of [1]', ids)).toBe('list[3] of {{k4c7mw}}')
})

it('puts the words back when a gap is closed, whatever they are', () => {
  expect(closeGap(text, 'd9f2xs', 'router')).toBe('A router joins {{k4c7mw}}.')
  expect(closeGap(text, 'd9f2xs', "$& $'")).toBe("A $& $' joins {{k4c7mw}}.")
})

it('turns selected words into a gap', () => {
  expect(openGap('A router joins [1].', ids, 2, 8, 'new222')).toBe('A {{new222}} joins {{k4c7mw}}.')
})
