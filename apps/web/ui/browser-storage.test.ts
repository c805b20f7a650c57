import { describe, expect, it } from 'vitest'
import { keptIn } from './browser-storage.ts'

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('texts kept by the browser', () => {
  it('are there until they are taken away', () => {
    const store = storage()
    const texts = keptIn(() => store)
    texts.keep('a', 'one')
    expect(texts.read('a')).toBe('one')
    texts.keep('a', null)
    expect(texts.read('a')).toBeNull()
  })

  it('are none, and disturb nobody, where the browser forbids storage', () => {
    const texts = keptIn(() => {
      throw new Error('forbidden')
    })
    expect(() => texts.keep('a', 'one')).not.toThrow()
    expect(texts.read('a')).toBeNull()
  })
})
