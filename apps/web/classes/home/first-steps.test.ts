import { describe, expect, it } from 'vitest'
import { firstSteps, placeOf, stepsDone } from './first-steps.ts'

const nothing = { marking: 0, drafts: 0, release: 0 }
const classroom = {
  classroom_id: 'c',
  name: '8C',
  subject: null,
  year_group: null,
  student_count: 0,
  quizzes_open: 0,
  last_activity_at: null,
}
const event = {
  at: '2026-03-02T10:00:00Z',
  assignment_id: 'a',
  quiz_title: 'Binary',
  classroom_id: 'c',
  classroom_name: '8C',
  count: 1,
}

describe('the first steps of a teacher', () => {
  it('begin with nothing done', () => {
    expect([...stepsDone({ classrooms: [], queues: nothing, recent: [] })]).toEqual([])
  })
  it('tick off a class, its students, a draft', () => {
    const done = (student_count: number, drafts: number) => [
      ...stepsDone({
        classrooms: [{ ...classroom, student_count }],
        queues: { ...nothing, drafts },
        recent: [],
      }),
    ]
    expect(done(0, 0)).toEqual(['class'])
    expect(done(30, 0)).toEqual(['class', 'students'])
    expect(done(30, 1)).toEqual(['class', 'students', 'quiz'])
  })
  it('a quiz that was assigned needs no draft, and results need an assignment', () => {
    const published = { ...event, kind: 'quiz_published' as const }
    const completed = { ...event, kind: 'quiz_completed' as const }
    expect([...stepsDone({ classrooms: [], queues: nothing, recent: [published] })]).toEqual([
      'quiz',
      'assignment',
    ])
    expect([...stepsDone({ classrooms: [], queues: nothing, recent: [completed] })]).toEqual([
      'quiz',
      'assignment',
      'results',
    ])
  })
})

describe('each first step leads to the place where it is done', () => {
  const placesIn = (home: Parameters<typeof placeOf>[1]) => firstSteps.map((step) => placeOf(step, home))

  it('with nothing there yet', () => {
    expect(placesIn({ classrooms: [], queues: nothing, recent: [] })).toEqual([
      '/classes',
      '/classes',
      '/create',
      '/library?quizzes=unpublished',
      '/classes/quizzes',
    ])
  })
  it('with a class, and a quiz that was given to it', () => {
    const recent = [{ ...event, kind: 'quiz_published' as const }]
    const [, students, , , results] = placesIn({ classrooms: [classroom], queues: nothing, recent })
    expect([students, results]).toEqual(['/classes/c/list', '/assignments/a/results'])
  })
})
