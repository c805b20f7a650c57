import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf, call, holdCsrfToken, onCsrfRefused, onSignInEnded, Problem, Unreachable } from './api.ts'

type Sent = { url: string; init: RequestInit & { headers: Headers } }

/** Answers each request by the next of `answers` and remembers what was sent. */
function serve(...answers: (Response | Error)[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (url: string, init: Sent['init']) => {
    sent.push({ url, init })
    const answer = answers.shift()
    if (answer instanceof Response) return answer
    throw answer ?? new Error('Nothing left to answer.')
  })
  return sent
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init)
const refusal = (error_code: string, status: number, headers?: HeadersInit) =>
  json(
    { error_code, message: 'No.', status, details: { at: 1 }, request_id: 'r1' },
    { status, ...(headers && { headers }) },
  )
const proof = { device_id: 'd1', writer_epoch: 1 }
const hint = () => call('showHint', { params: { attempt_id: 'a1', position: 2 }, body: proof })

afterEach(() => {
  vi.unstubAllGlobals()
  holdCsrfToken(null)
})

describe('a call', () => {
  it('fills the path, leaves out what is not asked, and keeps crafted ids inside their place', () => {
    expect(addressOf('getAttempt', { params: { attempt_id: '../x?y' } })).toBe('/api/v1/attempts/..%2Fx%3Fy')
    const query = { cursor: undefined, limit: 20 }
    expect(addressOf('listAssignments', { query })).toBe('/api/v1/assignments?limit=20')
  })

  it('sends JSON with the token and a key of its own; a read carries neither', async () => {
    holdCsrfToken('token')
    const sent = serve(json({ hint: 'Think.' }), json({ items: [] }))
    expect(await hint()).toEqual({ hint: 'Think.' })
    await call('listSchools', {})
    expect(sent[0]?.url).toBe('/api/v1/attempts/a1/questions/2/hint')
    expect(sent[0]?.init.body).toBe(JSON.stringify(proof))
    expect(sent[0]?.init.headers.get('X-CSRF-Token')).toBe('token')
    expect(sent[0]?.init.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
    expect(sent[1]?.init.headers.has('Idempotency-Key')).toBe(false)
    expect(sent[1]?.init.headers.has('X-CSRF-Token')).toBe(false)
  })

  it('throws what the server says as a problem with its code, details and wait', async () => {
    serve(refusal('too_many_requests', 429, { 'Retry-After': '7' }))
    const error = await hint().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({
      code: 'too_many_requests',
      retryAfterSeconds: 7,
      requestId: 'r1',
      details: { at: 1 },
    })
  })

  it('tells a server that was not reached, or an answer that is not ours, from a refusal', async () => {
    serve(new TypeError('failed'), new Response('<h1>Proxy</h1>', { status: 502 }))
    await expect(hint()).rejects.toBeInstanceOf(Unreachable)
    await expect(hint()).rejects.toBeInstanceOf(Unreachable)
  })

  it('renews a token that another tab has changed and asks once more, with the same key', async () => {
    const sent = serve(refusal('csrf', 403), json({ hint: 'Think.' }))
    const stop = onCsrfRefused(async () => holdCsrfToken('new'))
    expect(await hint()).toEqual({ hint: 'Think.' })
    stop()
    const keys = sent.map(({ init }) => init.headers.get('Idempotency-Key'))
    expect(keys[0]).toBe(keys[1])
    expect(sent[1]?.init.headers.get('X-CSRF-Token')).toBe('new')
  })

  it('says when the sign-in has ended', async () => {
    serve(refusal('not_signed_in', 401))
    let told = 0
    const stop = onSignInEnded(() => {
      told += 1
    })
    await expect(hint()).rejects.toMatchObject({ code: 'not_signed_in' })
    stop()
    expect(told).toBe(1)
  })
})
