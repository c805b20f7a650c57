import { describe, expect, it } from 'vitest'
import { bellLines, rung } from './bell-news.ts'

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
const readBefore = Date.parse('2026-03-10T09:00:30Z')
const running = { ...generation, state: 'running' as const, settled_at: null }

describe('the bell', () => {
  it('leads to the draft of a quiz that is ready, new until it was looked at', () => {
    const [line] = bellLines([generation], readBefore, now)
    expect(line).toEqual({ id: 'g', what: 'ready', title: 'Rivers', href: '/quizzes/q/review', isNew: true })
    expect(bellLines([generation], now, now)[0]?.isNew).toBe(false)
  })

  it('leads to the steps of a quiz that is being made, or could not be made', () => {
    const failed = { ...generation, state: 'failed' as const, quiz_id: null }
    const lines = bellLines([running, failed], readBefore, now)
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
    expect(bellLines([{ ...generation, ...part }], 0, now)).toEqual([])
  })

  it('rings once, when a quiz that was being made is there', () => {
    const before = bellLines([running], 0, now)
    const after = bellLines([generation], 0, now)
    expect(rung(before, after).map(({ id }) => id)).toEqual(['g'])
    expect(rung(after, after)).toEqual([])
    expect(rung([], after)).toEqual([])
  })
})
