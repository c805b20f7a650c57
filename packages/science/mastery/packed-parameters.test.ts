import { describe, expect, it } from 'vitest'
import { learnFrom, newLearner } from './learning.ts'
import { packParameters, unpackParameters } from './packed-parameters.ts'
import { startingParameters } from './tracer-parameters.ts'
import { newTracerState } from './tracer-state.ts'

describe('packed parameters', () => {
  it('come back from JSON with every weight to the last bit', () => {
    const learner = newLearner(startingParameters())
    const state = newTracerState()
    for (const [at, mark] of [1, 0, 2 / 3, 1].entries())
      learnFrom(learner, state, {
        eventId: `event ${at}`,
        occurredAt: at,
        day: 1,
        competencies: ['c', 'd'],
        question: `question ${at % 2}`,
        mark,
        weight: 0.7,
      })
    const text = JSON.stringify(packParameters(learner))
    expect(unpackParameters(learner.version, JSON.parse(text))).toEqual({
      version: learner.version,
      globals: learner.globals,
      questions: learner.questions,
      competencies: learner.competencies,
    })
  })

  it.each([
    null,
    3,
    {},
    { shape: 2, globals: [], questions: [], competencies: [] },
    { shape: 1, globals: [] },
  ])('refuse %j', (packed) => {
    expect(() => unpackParameters(1, packed)).toThrow(RangeError)
  })
})
