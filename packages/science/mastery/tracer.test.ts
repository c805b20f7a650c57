import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnFrom, newLearner } from './learning.ts'
import { readOut } from './read-out.ts'
import { fold, isLate, observe, type Prediction, predict, type TracedAnswer } from './tracer.ts'
import { priorParameters, startingParameters, type TracerParameters } from './tracer-parameters.ts'
import { newTracerState, type TracerState } from './tracer-state.ts'

const COMPETENCY = 'c'

function answersOf(marks: readonly number[], change: Partial<TracedAnswer> = {}): TracedAnswer[] {
  return marks.map((mark, at) => ({
    eventId: `event ${at}`,
    occurredAt: at,
    day: 0,
    competencies: [COMPETENCY],
    question: `question ${at}`,
    mark,
    weight: 1,
    ...change,
  }))
}

function trace(answers: readonly TracedAnswer[]): { state: TracerState; before: Prediction } {
  const state = newTracerState()
  const predictions = answers.map((answer) => observe(state, priorParameters(), answer))
  return { state, before: predictions.at(-1) as Prediction }
}

function readOutOf(state: TracerState, parameters: TracerParameters = priorParameters()): string {
  const { probability, interval } = readOut(state, parameters, COMPETENCY, 0)
  return `${probability.toFixed(4)} [${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`
}

describe('the golden table of channel K, shared weights frozen', () => {
  it.each([
    [[1], '0.500000', '0.165289 (0.458878)', '0.049587 (0.147281)', '0.5535 [0.3137, 0.7708]'],
    [[1, 1], '0.553513', '0.300183 (0.424815)', '0.092882 (0.144751)', '0.5970 [0.3603, 0.7958]'],
    [[1, 1, 0], '0.597020', '0.131623 (0.396159)', '0.035447 (0.142401)', '0.5417 [0.3157, 0.7517]'],
    [[1, 1, 0, 1, 1, 1], '0.616303', '0.446116 (0.329158)', '0.153698 (0.135829)', '0.6456 [0.4319, 0.8136]'],
  ])('marks %j', (marks, probability, student, competency, read) => {
    const { state, before } = trace(answersOf(marks))
    const own = state.competencies.get(COMPETENCY)
    expect(before.probability.toFixed(6)).toBe(probability)
    expect(`${state.mean.toFixed(6)} (${state.variance.toFixed(6)})`).toBe(student)
    expect(`${own?.mean.toFixed(6)} (${own?.variance.toFixed(6)})`).toBe(competency)
    expect(readOutOf(state)).toBe(read)
  })

  it('starts with the variance 2.05', () => {
    expect(trace(answersOf([1])).before.variance).toBeCloseTo(2.05, 12)
  })

  it('a mark of .6, then 1 at half weight', () => {
    const [first, second] = answersOf([0.6, 1]) as [TracedAnswer, TracedAnswer]
    const { state, before } = trace([first, { ...second, weight: 0.5 }])
    expect(before.probability.toFixed(6)).toBe('0.510742')
    expect(`${state.mean.toFixed(6)} (${state.variance.toFixed(6)})`).toBe('0.122254 (0.438173)')
    expect(state.competencies.get(COMPETENCY)?.mean.toFixed(6)).toBe('0.038546')
  })

  it('one right answer on two competencies', () => {
    const { state, before } = trace(answersOf([1], { competencies: ['c', 'd'] }))
    expect(before.probability.toFixed(6)).toBe('0.500000')
    expect(before.variance).toBeCloseTo(2.15, 12)
    expect(state.mean.toFixed(6)).toBe('0.162602')
    for (const id of ['c', 'd']) {
      const own = state.competencies.get(id)
      expect(`${own?.mean.toFixed(6)} (${own?.variance.toFixed(6)})`).toBe('0.034493 (0.149171)')
    }
  })

  it('with everything learning, six answers', () => {
    const state = newTracerState()
    const learner = newLearner(priorParameters())
    for (const answer of answersOf([1, 1, 0, 1, 1, 1])) learnFrom(learner, state, answer)
    expect(state.mean.toFixed(6)).toBe('0.384385')
    expect(readOutOf(state, learner)).toBe('0.7368 [0.5384, 0.8705]')
  })
})

describe('a step', () => {
  it('leaves the shared weights of a version alone', () => {
    const parameters = startingParameters()
    fold(answersOf([1, 0, 1]), parameters)
    expect(parameters).toEqual(startingParameters())
    const learner = newLearner(parameters)
    learnFrom(learner, newTracerState(), answersOf([1])[0] as TracedAnswer)
    expect(parameters).toEqual(startingParameters())
    expect(learner.questions.get('question 0')?.mean).toBeGreaterThan(0)
  })

  it('takes what a version knows of a question and a competency', () => {
    const parameters: TracerParameters = {
      ...priorParameters(),
      questions: new Map([['question 0', { mean: -1, variance: 0.2 }]]),
      competencies: new Map([
        [
          COMPETENCY,
          {
            means: Float64Array.of(0.5, 0, 0, 0, 0),
            variances: Float64Array.of(0.1, 0, 0, 0, 0),
            questionMean: -0.25,
          },
        ],
      ]),
    }
    const { z, variance } = predict(newTracerState(), parameters, answersOf([1])[0] as TracedAnswer)
    expect(z).toBeCloseTo(-0.5, 12)
    expect(variance).toBeCloseTo(2.05 - 0.5 - 0.4, 12)
    expect(readOut(newTracerState(), parameters, COMPETENCY, 0).z).toBeCloseTo(0.25, 12)
  })

  it('ignores an answer of weight 0 altogether', () => {
    const [first, second] = answersOf([1, 1]) as [TracedAnswer, TracedAnswer]
    expect(fold([first, { ...second, weight: 0 }], priorParameters())).toEqual(
      fold([first], priorParameters()),
    )
  })

  it('counts a judgement as an answer of weight 3 without a question', () => {
    const { state, before } = trace(answersOf([1], { question: null, weight: 3 }))
    expect(before.variance).toBeCloseTo(1.35, 12)
    expect(state.questions.size).toBe(0)
    // θu after it: .5 · 3 · ½ ÷ (1 + 3 · ¼ · 1.35)
    expect(state.mean).toBeCloseTo(0.75 / 2.0125, 12)
  })

  it('remembers a question met before', () => {
    const { state, before } = trace(answersOf([1, 0.2], { question: 'same' }))
    expect(state.questions.get('same')).toEqual({ tries: 2, wins: 1.2, last: -1, answersThen: 1 })
    expect(before.variance).toBeGreaterThan(trace(answersOf([1, 0.2])).before.variance)
  })

  it('starts from the widened variance after a long rest', () => {
    const [first, second] = answersOf([1, 1]) as [TracedAnswer, TracedAnswer]
    const { before } = trace([first, { ...second, day: 400 }])
    const soon = trace([first, second]).before
    expect(before.probability).toBe(soon.probability)
    expect(before.variance - soon.variance).toBeCloseTo(0.15 - 0.147280991736, 9)
  })

  it.each([
    ['a mark above 1', { mark: 1.01 }],
    ['a mark below 0', { mark: -0.01 }],
    ['a mark that is no number', { mark: Number.NaN }],
    ['a negative weight', { weight: -1 }],
    ['an endless weight', { weight: Number.POSITIVE_INFINITY }],
    ['a day that is no number', { day: Number.NaN }],
    ['no competency', { competencies: [] }],
    ['a competency twice', { competencies: ['c', 'c'] }],
  ])('refuses %s', (_, change) => {
    expect(() => trace(answersOf([1], change))).toThrow(RangeError)
  })

  it('refuses a late answer, which must fold the student from nothing', () => {
    const [first, second] = answersOf([1, 0]) as [TracedAnswer, TracedAnswer]
    const state = fold([second], priorParameters())
    expect(isLate(state, first)).toBe(true)
    expect(isLate(state, { ...second, eventId: 'event 2' })).toBe(false)
    expect(() => observe(state, priorParameters(), first)).toThrow(RangeError)
  })
})

const anyAnswers: fc.Arbitrary<TracedAnswer[]> = fc
  .array(
    fc.record({
      occurredAt: fc.integer({ min: 0, max: 30 }),
      day: fc.integer({ min: 0, max: 500 }),
      competencies: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 5 }),
      question: fc.option(fc.constantFrom('p', 'q', 'r', 's')),
      mark: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      weight: fc.constantFrom(0, 0.25, 0.5, 1, 3, 100),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((answers) =>
    answers.map((answer, at) => ({ ...answer, eventId: `event ${String(at).padStart(2, '0')}` })),
  )

function predictionsOf(answers: readonly TracedAnswer[]): number[] {
  const state = newTracerState()
  return answers.map((answer) => observe(state, startingParameters(), answer).probability)
}

describe('laws of the tracer', () => {
  it('a fold does not depend on the order in which answers arrive', () => {
    const arrivals = anyAnswers.chain((answers) =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
    )
    fc.assert(
      fc.property(arrivals, ([answers, shuffled]) => {
        const state = fold(answers, startingParameters())
        expect(fold(shuffled, startingParameters())).toEqual(state)
        expect(fold(answers.toReversed(), startingParameters())).toEqual(state)
      }),
    )
  })

  it('probabilities lie strictly within 0 and 1, variances stay positive, nothing is NaN', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const learner = newLearner(startingParameters())
        const states = [fold(answers, startingParameters()), newTracerState()]
        for (const answer of answers.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
          const { probability, variance } = learnFrom(learner, states[1] as TracerState, answer)
          expect(probability > 0 && probability < 1 && variance > 0).toBe(true)
        }
        for (const state of states) expectSane(state)
        for (const { variances } of [learner.globals, ...learner.competencies.values()]) {
          expect(variances.every((variance) => variance > 0)).toBe(true)
        }
      }),
    )
  })

  it('the last mark changes no earlier prediction', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ordered = answers.toSorted((a, b) => a.occurredAt - b.occurredAt)
        const last = ordered.at(-1) as TracedAnswer
        const flipped = [...ordered.slice(0, -1), { ...last, mark: 1 - last.mark }]
        expect(predictionsOf(flipped)).toEqual(predictionsOf(ordered))
      }),
    )
  })

  it('a right answer never lowers the read-out of its competency below that after a miss', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ordered = answers.toSorted((a, b) => a.occurredAt - b.occurredAt)
        const last = { ...(ordered.at(-1) as TracedAnswer), weight: 1 }
        const [hit, miss] = [1, 0].map((mark) =>
          fold([...ordered.slice(0, -1), { ...last, mark }], startingParameters()),
        )
        for (const id of last.competencies) {
          const read = (state: TracerState) => readOut(state, startingParameters(), id, last.day).z
          expect(read(hit as TracerState)).toBeGreaterThan(read(miss as TracerState))
        }
      }),
    )
  })
})

function expectSane(state: TracerState): void {
  expect(state.variance).toBeGreaterThan(0)
  for (const [id, own] of state.competencies) {
    expect(own.variance).toBeGreaterThan(0)
    const { probability, interval } = readOut(state, startingParameters(), id, 600)
    expect(interval.low > 0 && interval.low <= probability).toBe(true)
    expect(interval.high < 1 && interval.high >= probability).toBe(true)
  }
}
