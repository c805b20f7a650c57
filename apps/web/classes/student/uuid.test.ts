import { Id } from '@waymark/contract/endpoint.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidOf } from './uuid.ts'

describe('an id made in the browser', () => {
  it('is a lower-case UUID of version 4 for every 32 hex characters', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(hex, (characters) => {
        const id = uuidOf(characters)
        expect(Id.safeParse(id).success).toBe(true)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
      }),
    )
  })
})
