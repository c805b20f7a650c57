import { describe, expect, it } from 'vitest'
import { openLog } from './log.ts'

const secret = 'marked-value-7141'

const lineOf = (write: (log: ReturnType<typeof openLog>) => void): string => {
  const lines: string[] = []
  write(openLog('debug', (line) => lines.push(line)))
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

describe('a log line', () => {
  it.each([
    ['a password', { password: secret }],
    ['a token in an object', { request: { access_token: secret } }],
    ['a name two levels down', { a: { b: { first_name: secret } } }],
    ['an answer', { answer: secret }],
    ['the cookie of a request', { headers: { cookie: secret } }],
    ['an error that quotes the value', { err: new Error(`duplicate key "${secret}"`) }],
    [
      'an error that quotes a value of several lines',
      { err: new Error(`invalid input: "one\n${secret}\nthree"`) },
    ],
    [
      'an error that quotes a value with quotes in it',
      { err: new Error(`no: "she said "${secret}" twice"`) },
    ],
    [
      'an error that carries the row',
      { err: Object.assign(new Error('no'), { detail: secret, where: secret }) },
    ],
  ])('never holds %s', (_, facts) => {
    expect(lineOf((log) => log.error(facts, 'something'))).not.toContain(secret)
  })

  it('keeps ids, codes and its sentence', () => {
    const line = lineOf((log) =>
      log.info({ request_id: 'r1', err: Object.assign(new Error('no'), { code: '23505' }) }, 'it happened'),
    )
    expect(JSON.parse(line)).toMatchObject({
      request_id: 'r1',
      msg: 'it happened',
      err: { code: '23505' },
      service: 'waymark',
    })
  })
})
