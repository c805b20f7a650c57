import { describe, expect, test } from 'vitest'
import { releaseState } from './release-state.ts'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const day = (date: string) => new Date(`${date}T08:00:00Z`)

describe('releasing results', () => {
  const facts = {
    ended_at: at('10:30'),
    last_close: at('11:00'),
    marks_released_at: null,
    answers_released_at: null,
  }
  test.each([
    {
      title: 'the usual: marks at once',
      marks: 'on_finish',
      answers: 'after_all_closed',
      now: at('10:31'),
      state: 'marks',
    },
    {
      title: 'the usual: answers when all are closed',
      marks: 'on_finish',
      answers: 'after_all_closed',
      now: at('11:00'),
      state: 'answers',
    },
    {
      title: 'by hand: nothing by itself',
      marks: 'manual',
      answers: 'manual',
      now: at('23:00'),
      state: 'waiting',
    },
    {
      title: 'answers never before marks',
      marks: 'manual',
      answers: 'on_finish',
      now: at('23:00'),
      state: 'waiting',
    },
    {
      title: 'answers wait for the later of both',
      marks: 'after_all_closed',
      answers: 'on_finish',
      now: at('10:31'),
      state: 'waiting',
    },
    {
      title: 'a date to come',
      marks: '2026-03-06T08:00:00Z',
      answers: '2026-03-09T08:00:00Z',
      now: day('2026-03-05'),
      state: 'waiting',
    },
    {
      title: 'marks on Friday: Saturday has marks, no answers',
      marks: '2026-03-06T08:00:00Z',
      answers: '2026-03-09T08:00:00Z',
      now: day('2026-03-07'),
      state: 'marks',
    },
    {
      title: 'answers on Monday',
      marks: '2026-03-06T08:00:00Z',
      answers: '2026-03-09T08:00:00Z',
      now: day('2026-03-09'),
      state: 'answers',
    },
  ] as const)('$title', ({ marks, answers, now, state }) => {
    const settings = { marks_release: marks, answers_release: answers }
    expect(releaseState(settings, facts, now).state).toBe(state)
  })

  test('a press of the teacher comes before the plan', () => {
    const settings = { marks_release: 'manual', answers_release: 'after_all_closed' } as const
    const pressed = { ...facts, marks_released_at: at('10:40') }
    expect(releaseState(settings, pressed, at('10:39')).state).toBe('waiting')
    expect(releaseState(settings, pressed, at('10:40')).state).toBe('marks')
    expect(releaseState(settings, { ...pressed, answers_released_at: at('10:41') }, at('10:42')).state).toBe(
      'answers',
    )
  })

  test('the dates to come are named; by hand there is none', () => {
    const settings = { marks_release: 'on_finish', answers_release: 'manual' } as const
    expect(releaseState(settings, facts, at('10:31'))).toEqual({
      state: 'marks',
      marks_at: at('10:30'),
      answers_at: null,
    })
  })
})
