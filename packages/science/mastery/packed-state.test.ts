import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packState, unpackState } from './packed-state.ts'
import { fold, observe, type TracedAnswer } from './tracer.ts'
import { startingParameters } from './tracer-parameters.ts'
import { newTracerState } from './tracer-state.ts'

function answersOf(marks: readonly number[]): TracedAnswer[] {
  return marks.map((mark, at) => ({
    eventId: `event ${at}`,
    occurredAt: at,
    day: at,
    competencies: at % 3 === 0 ? ['a', '__proto__'] : ['a'],
    question: at % 4 === 0 ? null : `question ${at % 5}`,
    mark,
    weight: 1,
  }))
}

describe('a packed state', () => {
  it('goes on through JSON exactly as if it had stayed', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (marks) => {
        const answers = answersOf(marks)
        let stored = JSON.stringify(packState(newTracerState()))
        for (const answer of answers) {
          const state = unpackState(JSON.parse(stored))
          if (!state) throw new Error(stored)
          observe(state, startingParameters(), answer)
          stored = JSON.stringify(packState(state))
        }
        expect(unpackState(JSON.parse(stored))).toEqual(fold(answers, startingParameters()))
      }),
      { numRuns: 30 },
    )
  })

  it('takes at most 90 bytes beside the id per competency and 30 per question', () => {
    const marks = Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 0 : 1))
    const answers = answersOf(marks).map((answer, at) => ({
      ...answer,
      competencies: [`c${at % 40}`],
      question: `q${at}`,
    }))
    const packed = packState(fold(answers, startingParameters()))
    expect(JSON.stringify(packed.competencies).length / 40).toBeLessThan(90)
    expect(JSON.stringify(packed.questions).length / 400).toBeLessThan(30)
  })

  const packed = packState(fold(answersOf([1, 0]), startingParameters()))
  it.each([
    ['nothing', null],
    ['a text', 'state'],
    ['another shape', { ...packed, shape: 2 }],
    ['a missing part', { ...packed, questions: undefined }],
    ['a short row', { ...packed, competencies: [['a', 1, 2]] }],
    ['a number that is none', { ...packed, student: [0, 0.5, 1, 1, 1, 1, null] }],
    ['a broken place', { ...packed, newest: ['now', 'event'] }],
  ])('is refused as %s, so that the student is folded from nothing', (_, broken) => {
    expect(unpackState(packed)).not.toBeNull()
    expect(unpackState(broken)).toBeNull()
  })
})
