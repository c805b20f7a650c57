import { describe, expect, it } from 'vitest'
import { bellLines, isSeenAt, rung } from './bell-news.ts'

const now = Date.parse('2026-03-10T10:00:00Z')
const generation = {
  generation_id: 'g',
  unit_id: 'u',
  quiz_id: 'q',
  quiz_status: 'draft' as const,
  title: 'Rivers',
  state: 'ready' as const,
  requested_at: '2026-03-10T09:00:00Z',
  settled_at: '2026-03-10T09:01:00Z',
}
const none = new Set<string>()
const running = { ...generation, state: 'running' as const, settled_at: null }

describe('the bell', () => {
  it('leads to the draft of a quiz that is ready, new until it was looked at', () => {
    const [line] = bellLines([generation], none, now)
    expect(line).toMatchObject({ what: 'ready', title: 'Rivers', href: '/quizzes/q/review', isNew: true })
    expect(bellLines([generation], new Set(['g']), now)[0]?.isNew).toBe(false)
  })

  it('leads to the steps of a quiz that is being made, or could not be made', () => {
    const failed = { ...generation, state: 'failed' as const, quiz_id: null }
    const lines = bellLines([running, failed], none, now)
    expect(lines.map(({ what, isNew }) => [what, isNew])).toEqual([
      ['under_way', false],
      ['failed', true],
    ])
    expect(new Set(lines.map(({ href }) => href))).toEqual(new Set(['/create/u/generations/g']))
  })

  it.each([
    ['was cancelled', { state: 'cancelled' as const }],
    ['was deleted since', { quiz_id: null, quiz_status: null }],
    ['was published since', { quiz_status: 'published' as const }],
    ['is older than a week', { settled_at: '2026-03-03T09:00:00Z' }],
  ])('says nothing of a quiz that %s', (_, part) => {
    expect(bellLines([{ ...generation, ...part }], none, now)).toEqual([])
  })

  it.each([
    ['/create/u/generations/g', true],
    ['/quizzes/q/review/first', true],
    ['/home', false],
    ['/quizzes/other/review', false],
  ])('at %s what is ready is seen already: %s', (path, seen) => {
    const [line] = bellLines([generation], none, now)
    expect(line && isSeenAt(line, path)).toBe(seen)
  })

  it('rings once, when a quiz that was being made is there', () => {
    const before = bellLines([running], none, now)
    const after = bellLines([generation], none, now)
    expect(rung(before, after).map(({ id }) => id)).toEqual(['g'])
    expect(rung(after, after)).toEqual([])
    expect(rung([], after)).toEqual([])
  })
})
