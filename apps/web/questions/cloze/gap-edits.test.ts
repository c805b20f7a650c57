import { type Content, findings } from '@waymark/questions/cloze/content.ts'
import { describe, expect, it } from 'vitest'
import { changeBank, changeInput, removeGap, setRightWord, typedGap, wordsOf } from './gap-edits.ts'

const content: Content = {
  text: 'A {{k4c7mw}} joins networks, {{d9f2xs}} holds programs.',
  gaps: [typedGap('k4c7mw', 'router'), typedGap('d9f2xs', 'RAM')],
  bank: [],
}
const gapOf = (from: Content, index: number) => {
  const gap = from.gaps[index]
  if (!gap) throw new Error('no such gap')
  return gap
}

describe('a gap that is answered in another way', () => {
  it.each(['typed', 'select', 'bank'] as const)('keeps its right answer as %s', (input) => {
    const changed = changeInput(content, gapOf(content, 0), input)
    expect(wordsOf(gapOf(changed, 0), changed.bank)).toBe('router')
    expect(changed.gaps).toHaveLength(2)
  })

  it('shares the bank with the others, and the bank goes with the last of them', () => {
    const one = changeInput(content, gapOf(content, 0), 'bank')
    const both = changeInput(one, gapOf(one, 1), 'bank')
    expect(both.bank.map(({ text }) => text)).toEqual(['router', 'RAM'])
    expect(findings(both)).toEqual([])
    const back = changeInput(both, gapOf(both, 0), 'typed')
    expect(changeInput(back, gapOf(back, 1), 'typed').bank).toEqual([])
  })
})

it('puts the right answer back into the text when a gap is removed', () => {
  const removed = removeGap(content, gapOf(content, 0))
  expect(removed.text).toBe('A router joins networks, {{d9f2xs}} holds programs.')
  expect(findings(removed)).toEqual([])
})

it('forgets a word of the bank that is gone, and takes another as the right one', () => {
  const one = changeInput(content, gapOf(content, 0), 'bank')
  const both = changeInput(one, gapOf(one, 1), 'bank')
  const gap = gapOf(both, 0)
  if (gap.input !== 'bank') throw new Error('no bank')
  const swapped = setRightWord(both, gap, both.bank[1]?.id ?? '')
  expect(wordsOf(gapOf(swapped, 0), swapped.bank)).toBe('RAM')
  const emptied = changeBank(both, both.bank.slice(0, 1))
  expect(wordsOf(gapOf(emptied, 1), emptied.bank)).toBe('')
})
