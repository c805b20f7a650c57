import { describe, expect, it } from 'vitest'
import type { KeptTexts } from '../ui/browser-storage.ts'
import { emptyDraft, keepDraft, readDraft } from './drafts.ts'

const textsOf = (kept: Map<string, string> = new Map()): KeptTexts => ({
  read: (key) => kept.get(key) ?? null,
  keep: (key, text) => void (text === null ? kept.delete(key) : kept.set(key, text)),
})

describe('a decision that is not saved yet', () => {
  it('is there again after a reload, for the same person only', () => {
    const kept = new Map<string, string>()
    const draft = { awarded: { a: 2 }, feedback: 'Good start.' }
    keepDraft(textsOf(kept), 'jane', 'm1', draft)
    expect(readDraft(textsOf(kept), 'jane', 'm1')).toEqual(draft)
    expect(readDraft(textsOf(kept), 'ann', 'm1')).toEqual(emptyDraft)
    keepDraft(textsOf(kept), 'jane', 'm1', null)
    expect(kept.size).toBe(0)
  })
  it('is empty when nothing was kept, or what was kept cannot be read', () => {
    const key = 'waymark.marking.jane.m1'
    expect(readDraft(textsOf(), 'jane', 'm1')).toEqual(emptyDraft)
    expect(readDraft(textsOf(new Map([[key, '{']])), 'jane', 'm1')).toEqual(emptyDraft)
    const crooked = textsOf(new Map([[key, '{"awarded":{"a":"2","b":1},"feedback":3}']]))
    expect(readDraft(crooked, 'jane', 'm1')).toEqual({ awarded: { b: 1 }, feedback: '' })
  })
})
