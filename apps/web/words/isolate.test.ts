import { describe, expect, it } from 'vitest'
import { isolate } from './isolate.ts'

describe('a name in a sentence', () => {
  it('stays as it is where it runs from left to right', () => {
    for (const name of ['Zoë O’Neill', '<img src=x>', '7 of 10 (70%)', '']) expect(isolate(name)).toBe(name)
  })
  it('is framed where it runs, or orders to run, from right to left', () => {
    expect(isolate('ليلى')).toBe('\u2068ليلى\u2069')
    expect(isolate('\u202Egnirts')).toBe('\u2068\u202Egnirts\u2069')
  })
  it('cannot leave its frame', () => {
    expect(isolate('\u2069\u202Egnirts\u2067')).toBe('\u2068\u202Egnirts\u2069')
  })
})
