import { describe, expect, it } from 'vitest'
import { finishedThisWeek, type MyQuiz, nextThing, otherQuizzes } from './next-thing.ts'

function quiz(assignment_id: string, change: Partial<MyQuiz>): MyQuiz {
  return {
    assignment_id,
    quiz_title: assignment_id,
    classroom_name: '8C',
    question_count: 5,
    estimated_minutes: 10,
    available_from: '2026-03-01T08:00:00Z',
    available_until: null,
    state: 'open',
    running_attempt_id: null,
    attempt_id: null,
    attempts_left: 1,
    allow_hints: true,
    feedback_mode: 'deferred',
    release: { marks: { when: 'on_finish', at: null }, answers: { when: 'by_teacher', at: null } },
    ended_at: null,
    ...change,
  }
}

const soon = quiz('soon', { available_until: '2026-03-03T10:00:00Z' })
const later = quiz('later', { available_until: '2026-03-09T10:00:00Z' })
const endless = quiz('endless', {})
const running = quiz('running', { state: 'running' })
const upcoming = quiz('upcoming', { state: 'upcoming' })
const done = quiz('done', { state: 'completed', attempt_id: 'a1', ended_at: '2026-03-02T10:00:00Z' })
const older = quiz('older', { state: 'completed', attempt_id: 'a0', ended_at: '2026-02-02T10:00:00Z' })

describe('the next right thing', () => {
  it('is the running quiz, then the one due first, then the newest results, then nothing', () => {
    expect(nextThing({ available: [soon, running], completed: [] })).toEqual({ quiz: running, do: 'go_on' })
    expect(nextThing({ available: [endless, later, soon], completed: [done] })).toEqual({
      quiz: soon,
      do: 'start',
    })
    expect(nextThing({ available: [upcoming], completed: [older, done] })).toEqual({ quiz: done, do: 'look' })
    expect(nextThing({ available: [upcoming], completed: [] })).toBeNull()
  })

  it('leaves the others in the order they are due, those that open later last', () => {
    const lists = { available: [upcoming, endless, later, soon], completed: [] }
    expect(otherQuizzes(lists, soon)).toEqual([later, endless, upcoming])
  })

  it('counts what was finished in the last seven days', () => {
    expect(
      finishedThisWeek({ available: [], completed: [done, older] }, Date.parse('2026-03-03T00:00:00Z')),
    ).toBe(1)
  })
})
