import { describe, expect, it } from 'vitest'
import { emptyDraft, keepDraft, readDraft } from './drafts.ts'

function keeper(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      kept[key] = text
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
}

describe('a decision that is not saved yet', () => {
  it('is there again after a reload, for the same person only', () => {
    const store = keeper()
    const draft = { awarded: { a: 2 }, feedback: 'Good start.' }
    keepDraft(() => store, 'jane', 'm1', draft)
    expect(readDraft(() => store, 'jane', 'm1')).toEqual(draft)
    expect(readDraft(() => store, 'ann', 'm1')).toEqual(emptyDraft)
    keepDraft(() => store, 'jane', 'm1', null)
    expect(store.kept).toEqual({})
  })
  it('is empty when what was kept cannot be read', () => {
    const key = 'waymark.marking.jane.m1'
    expect(readDraft(() => keeper({ [key]: '{' }), 'jane', 'm1')).toEqual(emptyDraft)
    const crooked = keeper({ [key]: '{"awarded":{"a":"2","b":1},"feedback":3}' })
    expect(readDraft(() => crooked, 'jane', 'm1')).toEqual({ awarded: { b: 1 }, feedback: '' })
  })
  it('is empty, and nothing breaks, where the browser forbids storage', () => {
    const forbidden = () => {
      throw new Error('forbidden')
    }
    keepDraft(forbidden, 'jane', 'm1', emptyDraft)
    expect(readDraft(forbidden, 'jane', 'm1')).toEqual(emptyDraft)
  })
})
