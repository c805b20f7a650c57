import { expect, it } from 'vitest'
import { pointersAround } from './focus-pointer.ts'

it('goes from a field outwards, one step at a time', () => {
  expect(pointersAround('/content/options/2/text')).toEqual([
    '/content/options/2',
    '/content/options',
    '/content',
  ])
})

it('has nothing around a top field or the whole question', () => {
  expect(pointersAround('/stem')).toEqual([])
  expect(pointersAround('')).toEqual([])
})
