import { describe, expect, it } from 'vitest'
import { arrangeBy, optionToRemove, shuffleQuestions } from './order.ts'

const key = '5f1d7c0a9b3e4d62'
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, is_correct: id === 'b' }))
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join()

describe('the hash order', () => {
  it.each([
    ['v1', 'c,d,a,b'],
    ['v2', 'b,d,a,c'],
  ])('shows the options of %s as %s, whatever their authored order', (version, shown) => {
    expect(ids(arrangeBy(key, version)(options))).toBe(shown)
    expect(ids(arrangeBy(key, version)(options.toReversed()))).toBe(shown)
  })

  it('orders questions', () => {
    expect(shuffleQuestions(key, ['v1', 'v2', 'v3'])).toEqual(['v3', 'v1', 'v2'])
  })

  it.each(['v1', 'v2'])('removes an option of %s that is not the right one', (version) => {
    expect(optionToRemove(key, version, options)).toBe('d')
  })

  it('removes nothing where every option is right', () => {
    expect(optionToRemove(key, 'v1', [{ id: 'a', is_correct: true }])).toBeNull()
  })
})
