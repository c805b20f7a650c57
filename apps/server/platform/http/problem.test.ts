import { type RefusalCode, refusals } from '@waymark/contract/refusals.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { problemOf } from './problem.ts'

const invalid = (schema: z.ZodType, value: unknown) => problemOf(schema.safeParse(value).error, 'r1').problem

describe('a problem reply', () => {
  it.each(Object.keys(refusals) as RefusalCode[])('says %s with its status and sentence', (code) => {
    const { problem, fault } = problemOf(new Refused(code), 'r1')
    expect(problem).toMatchObject({ status: refusals[code].status, error_code: code, request_id: 'r1' })
    expect(problem.message).toMatch(/\.$/)
    expect(fault).toBe(false)
  })

  it('names the field that will not do, and never repeats the value', () => {
    const problem = invalid(z.object({ users: z.array(z.object({ name: z.string().max(3) })) }), {
      users: [{ name: 'marked' }],
    })
    expect(problem).toMatchObject({
      status: 422,
      error_code: 'invalid',
      details: { pointer: '/users/0/name' },
    })
    expect(JSON.stringify(problem)).not.toContain('marked')
  })

  it('names an unknown field', () => {
    expect(invalid(z.strictObject({ a: z.number() }), { a: 1, extra: 2 }).details.pointer).toBe('/extra')
  })

  it('says how long to wait', () => {
    expect(problemOf(new Refused('sign_in_wait', { retry_after_seconds: 29.2 }), 'r1').retryAfter).toBe(30)
  })

  it('tells nothing of a fault but its number', () => {
    const { problem, fault } = problemOf(new Error('secret detail'), 'r1')
    expect(fault).toBe(true)
    expect(problem).toMatchObject({ status: 500, error_code: 'fault', request_id: 'r1' })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  it('calls a full disk by its name', () => {
    expect(problemOf(Object.assign(new Error('x'), { code: '53100' }), 'r1').problem.error_code).toBe(
      'storage_full',
    )
  })
})
