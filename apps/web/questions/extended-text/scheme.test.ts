import type { Content } from '@waymark/questions/extended-text/content.ts'
import { expect, it } from 'vitest'
import { changeScheme, switchMode } from './scheme.ts'

const content: Content = {
  min_words: 10,
  max_words: 100,
  mode: 'mark_scheme',
  points_available: 3,
  mark_scheme: [
    { id: 'aaaaaa', criterion: 'Says what', points: 1 },
    { id: 'bbbbbb', criterion: 'Says why', points: 2 },
  ],
  dimensions: [],
}

it('keeps the points available equal to the sum of the criteria', () => {
  const fewer = changeScheme(content, content.mark_scheme.slice(0, 1))
  expect(fewer.points_available).toBe(1)
})

it('holds the parts of one mode only, and loses nothing on the way there and back', () => {
  const there = switchMode(content, 'rubric', null)
  expect(there.present).toEqual({ ...content, mode: 'rubric', mark_scheme: [], points_available: undefined })
  expect('points_available' in there.present).toBe(false)
  const back = switchMode(there.present, 'mark_scheme', there.setAside)
  expect(back.present).toEqual(content)
})
