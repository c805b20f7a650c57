import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ACCESS_REASON_HEADER,
  accessReasonHeaders,
  LONGEST_ACCESS_REASON,
  readAccessReason,
} from './access-reason.ts'

const sent = (reason: string) => accessReasonHeaders(reason)[ACCESS_REASON_HEADER] ?? null

describe('the reason for opening a record', () => {
  it('arrives as it was typed, in any script', () => {
    for (const reason of ["Zoë O'Neill’s parents asked", '50% off, 100 %', 'طلب الوالدين', 'Łukasz 👩‍🏫'])
      expect(readAccessReason(sent(reason))).toBe(reason)
  })

  it('is ASCII on its way, whatever was typed, and reads as one tidy line of at most the longest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (typed) => {
        const header = sent(typed)
        expect(header ?? '').toMatch(/^[\x21-\x7e]*$/)
        const read = readAccessReason(header)
        if (read === null) return
        expect(read.length).toBeLessThanOrEqual(LONGEST_ACCESS_REASON)
        expect(read).not.toMatch(/\p{Cc}/u)
        expect(readAccessReason(sent(read))).toBe(read)
      }),
    )
  })

  it('is no header and no reason when nothing but space was typed', () => {
    expect(accessReasonHeaders(null)).toEqual({})
    expect(accessReasonHeaders(' \n\t')).toEqual({})
    expect([null, '', '  ', '%20%0A', '%00'].map(readAccessReason)).toEqual([null, null, null, null, null])
  })

  it('may be sent in plain words; what is no encoding is taken literally', () => {
    expect(readAccessReason('Request of the parents')).toBe('Request of the parents')
    expect(readAccessReason('Below 50% in maths')).toBe('Below 50% in maths')
  })

  it('holds nothing that a database cannot: half a pair at the cut, NUL, lone surrogates', () => {
    const long = `${'a'.repeat(LONGEST_ACCESS_REASON - 1)}👩`
    for (const reason of [long, 'a\u0000b', 'a\ud800b']) {
      const read = readAccessReason(sent(reason)) ?? ''
      expect(read.isWellFormed()).toBe(true)
      expect(read).not.toContain('\u0000')
    }
  })
})
