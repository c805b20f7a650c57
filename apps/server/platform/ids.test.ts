import { describe, expect, it } from 'vitest'
import { newUuid } from './ids.ts'

describe('a new id', () => {
  const now = new Date('2026-03-02T10:42:00.000Z')

  it('is a UUID of version 7 that holds its instant', () => {
    const id = newUuid(now)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
  })

  it('sorts after the one before, within an instant too', () => {
    const ids = Array.from({ length: 10_000 }, () => newUuid(now))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
