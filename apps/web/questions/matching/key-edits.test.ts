import type { Content } from '@waymark/questions/matching/content.ts'
import { expect, it } from 'vitest'
import { changeLeft, changeRight, setPartner } from './key-edits.ts'

const content: Content = {
  left_items: [
    { id: 'left-1', text: 'RAM' },
    { id: 'left-2', text: 'CPU' },
  ],
  right_items: [
    { id: 'right-1', text: 'holds' },
    { id: 'right-2', text: 'works' },
  ],
  correct_pairs: [
    { left: 'left-1', right: 'right-1', feedback: 'Yes. RAM holds.' },
    { left: 'left-2', right: 'right-2' },
  ],
  other_pairs: [{ left: 'left-1', right: 'right-2', feedback: 'The CPU works.' }],
  reuse_right: false,
}

it('takes the pairs of an item that is gone out of the key', () => {
  const fewer = changeLeft(content, content.left_items.slice(1))
  expect(fewer.correct_pairs).toEqual([{ left: 'left-2', right: 'right-2' }])
  expect(fewer.other_pairs).toEqual([])
  expect(changeRight(content, content.right_items.slice(0, 1)).correct_pairs).toHaveLength(1)
})

it('gives an item another partner, keeps its feedback and lists no pair twice', () => {
  const changed = setPartner(content, 'left-1', 'right-2')
  expect(changed.correct_pairs).toContainEqual({
    left: 'left-1',
    right: 'right-2',
    feedback: 'Yes. RAM holds.',
  })
  expect(changed.correct_pairs).toHaveLength(2)
  expect(changed.other_pairs).toEqual([])
})
