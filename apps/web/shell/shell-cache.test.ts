import { describe, expect, it } from 'vitest'
import { handlingOf, overflowing, shellFiles } from './shell-cache.ts'

const origin = 'https://school.example'
const request = (path: string, change = {}) => ({
  method: 'GET',
  mode: 'no-cors',
  url: `${origin}${path}`,
  ...change,
})

describe('what the service worker keeps', () => {
  it.each([
    ['a page', request('/attempts/a1/questions/2', { mode: 'navigate' }), 'page'],
    ['a hashed file', request('/assets/index-1a2b.js'), 'asset'],
    ['an answer of the API', request('/api/v1/auth/me'), 'network'],
    ['the API as a page', request('/api/docs', { mode: 'navigate' }), 'network'],
    ['a change', request('/assets/x.js', { method: 'POST' }), 'network'],
    ['another host', { method: 'GET', mode: 'no-cors', url: 'https://other.example/assets/x.js' }, 'network'],
    ['health', request('/health'), 'network'],
  ])('%s: %j is %s', (_, asked, handling) => {
    expect(handlingOf(asked, origin)).toBe(handling)
  })

  it('drops the oldest files beyond the limit, never the page', () => {
    expect(overflowing(['/', 'a', 'b', 'c'], 2)).toEqual(['a'])
    expect(overflowing(['a', '/'], 2)).toEqual([])
  })

  it('takes over the files that were loaded before it was there', () => {
    const loaded = [`${origin}/assets/a.js`, `${origin}/api/v1/schools`, 'https://other.example/assets/b.js']
    expect(shellFiles(loaded, origin)).toEqual([`${origin}/assets/a.js`])
  })
})
