import { describe, expect, it } from 'vitest'
import { countEvidence, type EstimateGrounds, estimateCompetency, judgementDisagrees } from './standing.ts'
import { fold, type TracedAnswer } from './tracer.ts'
import { priorParameters } from './tracer-parameters.ts'

const DAY = 100

function groundsOf(marks: readonly number[], change: Partial<TracedAnswer> = {}): EstimateGrounds {
  const answers = marks.map((mark, at) => ({
    eventId: `event ${at}`,
    occurredAt: at,
    day: DAY,
    competencies: ['c'],
    question: `question ${at}`,
    mark,
    weight: 1,
    ...change,
  }))
  const parameters = priorParameters()
  const evidence = countEvidence(answers.map((answer) => ({ ...answer, tryNo: 1 })))
  return { state: fold(answers, parameters), parameters, competency: 'c', today: DAY, evidence }
}

describe('evidence of one competency', () => {
  it('counts first tries, their different questions and judgements, and leaves out what weighs nothing', () => {
    const piece = { question: 'p', tryNo: 1, weight: 1, day: 3 }
    expect(
      countEvidence([
        piece,
        { ...piece, day: 1 },
        { ...piece, question: 'q', tryNo: 2 },
        { ...piece, question: 'r', weight: 0, day: 9 },
        { ...piece, question: null },
      ]),
    ).toEqual({ firstTries: 2, questions: 1, judgements: 1, newestDay: 3 })
    expect(countEvidence([])).toEqual({ firstTries: 0, questions: 0, judgements: 0, newestDay: null })
  })
})

describe('the state of an estimate', () => {
  it('is not enough evidence before the first answer, and three questions or a judgement would settle it', () => {
    expect(estimateCompetency(groundsOf([]))).toEqual({
      state: 'not_enough_evidence',
      reasons: ['too_few_answers', 'interval_too_wide'],
      lastKnown: null,
      wouldSettle: [
        { kind: 'question', count: 3 },
        { kind: 'judgement', count: 1 },
      ],
    })
  })

  it('asks for one more question after two answers', () => {
    const estimate = estimateCompetency(groundsOf([1, 1]))
    expect(estimate).toMatchObject({
      state: 'not_enough_evidence',
      reasons: ['too_few_answers'],
      wouldSettle: [{ kind: 'question', count: 1 }, { kind: 'judgement' }],
    })
  })

  it('is known after three first tries on two questions', () => {
    const estimate = estimateCompetency(groundsOf([1, 1, 0]))
    expect(estimate).toMatchObject({ state: 'known', reasons: [], value: { standing: 'learning' } })
  })

  it('asks for another question when all answers were on one', () => {
    const estimate = estimateCompetency(groundsOf([1, 1, 0], { question: 'same' }))
    expect(estimate).toMatchObject({ reasons: ['too_few_answers'], wouldSettle: [{ count: 1 }, {}] })
  })

  it('is known by a judgement alone', () => {
    expect(estimateCompetency(groundsOf([1], { question: null, weight: 3 })).state).toBe('known')
  })

  it('asks for as many answers as the interval needs, but never more than ten', () => {
    const grounds = groundsOf([0.5, 0.5, 0.5], { weight: 0.01 })
    const [question] = expectNotEnough(grounds).wouldSettle
    expect(question?.count).toBeGreaterThanOrEqual(1)
    const hopeless = { ...grounds, state: { ...grounds.state, variance: 50 } }
    expect(expectNotEnough(hopeless).wouldSettle).toEqual([{ kind: 'question', count: 10 }])
  })

  it('is stale at 180 days without evidence, and keeps the last value readable', () => {
    const grounds = groundsOf([1, 1, 1, 1, 1, 0, 1, 1])
    const known = estimateCompetency(grounds)
    expect(known.state).toBe('known')
    expect(estimateCompetency({ ...grounds, today: DAY + 179 }).state).toBe('known')
    const stale = expectNotEnough({ ...grounds, today: DAY + 180 })
    expect(stale.reasons).toEqual(['stale'])
    expect(stale.lastKnown).toEqual(known.state === 'known' && known.value)
    expect(stale.wouldSettle[0]).toEqual({ kind: 'question', count: 1 })
  })

  it('keeps the last value readable when time alone has made it too unsure', () => {
    const grounds = groundsOf([1, 0.5])
    const enough = { ...grounds, evidence: { ...grounds.evidence, firstTries: 3 } }
    const narrow = { ...enough, state: { ...enough.state, variance: 0.436 } }
    expect(estimateCompetency(narrow).state).toBe('known')
    const later = expectNotEnough({ ...narrow, today: DAY + 100 })
    expect(later.reasons).toEqual(['interval_too_wide'])
    expect(later.lastKnown?.probability).toBeGreaterThan(0.5)
  })

  it('is contested when a judgement disagrees or something outside is open, and keeps its value', () => {
    const grounds = groundsOf([0, 0, 0, 0, 0, 0, 0, 0])
    const interval = { low: 0.1, high: 0.4 }
    const judgement = { judgement: 'secure', answers: 8, interval } as const
    expect(estimateCompetency({ ...grounds, judgement, disputes: ['reply_open'] })).toMatchObject({
      state: 'contested',
      reasons: ['judgement_disagrees', 'reply_open'],
      value: { standing: 'gap' },
    })
    expect(estimateCompetency({ ...grounds, judgement: { ...judgement, judgement: 'gap' } }).state).toBe(
      'known',
    )
  })
})

describe('a judgement', () => {
  it.each([
    ['secure', 0.4, 0.6994, 3, true],
    ['secure', 0.4, 0.6995, 3, false],
    ['secure', 0.2, 0.5, 2, false],
    ['learning', 0.901, 0.95, 3, true],
    ['learning', 0.9, 0.95, 3, false],
    ['learning', 0.1, 0.39, 3, true],
    ['gap', 0.5, 0.8, 3, false],
    ['gap', 0.501, 0.8, 3, true],
  ] as const)(
    '%s beside answers within %d and %d, %d of them: disagrees %s',
    (judgement, low, high, answers, disagrees) => {
      expect(judgementDisagrees({ judgement, answers, interval: { low, high } })).toBe(disagrees)
    },
  )
})

function expectNotEnough(grounds: EstimateGrounds) {
  const estimate = estimateCompetency(grounds)
  if (estimate.state !== 'not_enough_evidence') throw new Error(estimate.state)
  return estimate
}
