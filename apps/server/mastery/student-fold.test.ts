import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { comparePlaces } from '@waymark/science/mastery/tracer-state.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersFrom, dayNumber, dayText, type FoldableAnswer } from './answers.ts'
import { packFold, unpackFold } from './packed-fold.ts'
import { estimateAt, foldAnswers, newStudentFold } from './student-fold.ts'

const parameters = startingParameters()

const answer = fc.record({
  occurredAt: fc.integer({ min: 0, max: 40 }),
  eventId: fc.uuid(),
  competencies: fc.constantFrom(['a'], ['b'], ['a', 'b'], ['c']),
  question: fc.constantFrom('p', 'q', 'r'),
  mark: fc.constantFrom(0, 1 / 3, 0.5, 1),
  weight: fc.constantFrom(0.25, 0.5, 1),
  tryNo: fc.constantFrom(1, 1, 2),
  judgement: fc.constantFrom(null, null, null, 'secure' as const, 'gap' as const),
})
const answers = fc
  .uniqueArray(answer, { minLength: 1, maxLength: 25, selector: ({ eventId }) => eventId })
  .map((all) =>
    all
      .map((one): FoldableAnswer => {
        const day = Math.floor(one.occurredAt / 8)
        return one.judgement === null
          ? { ...one, day }
          : { ...one, day, question: null, weight: 3, mark: one.judgement === 'secure' ? 1 : 0 }
      })
      .sort(comparePlaces),
  )

const latest = (days: ReturnType<typeof foldAnswers>) =>
  new Map(days.map((one) => [`${one.competency} ${one.day}`, one]))

describe('the fold of a student', () => {
  it('in any pieces, stored and read back between them, equals the fold from nothing', () => {
    fc.assert(
      fc.property(answers, fc.array(fc.nat(24), { maxLength: 4 }), (all, cuts) => {
        const whole = newStudentFold()
        const days = latest(foldAnswers(whole, parameters, all))
        const ends = [...new Set([...cuts.filter((cut) => cut < all.length), all.length])].sort(
          (a, b) => a - b,
        )
        let stored: unknown = packFold(newStudentFold())
        const pieced = new Map<string, unknown>()
        let from = 0
        for (const end of ends) {
          const fold = unpackFold(stored) ?? expect.unreachable('a stored fold is read')
          for (const [key, day] of latest(foldAnswers(fold, parameters, all.slice(from, end))))
            pieced.set(key, day)
          stored = JSON.parse(JSON.stringify(packFold(fold)))
          from = end
        }
        expect(stored).toEqual(JSON.parse(JSON.stringify(packFold(whole))))
        expect(pieced).toEqual(days)
      }),
    )
  })

  it('is not read back from another shape', () => {
    for (const other of [
      null,
      {},
      { shape: 2 },
      { ...packFold(newStudentFold()), grounds: [['a', [1], null, []]] },
    ])
      expect(unpackFold(other)).toBeNull()
    expect(unpackFold({ ...packFold(newStudentFold()), tracer: { shape: 9 } })).toBeNull()
    expect(unpackFold({ ...packFold(newStudentFold()), answers_only: {} })).toBeNull()
  })

  const right = (at: number, change: Partial<FoldableAnswer> = {}): FoldableAnswer => ({
    occurredAt: at,
    eventId: `event ${at}`,
    day: 1,
    competencies: ['a'],
    question: `question ${at}`,
    mark: 1,
    weight: 1,
    tryNo: 1,
    judgement: null,
    ...change,
  })
  const judged = (at: number, judgement: 'secure' | 'gap') =>
    right(at, { judgement, question: null, weight: 3, mark: judgement === 'secure' ? 1 : 0 })

  it('is contested when a judgement says otherwise than three answers alone', () => {
    const fold = newStudentFold()
    const wrong = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => right(at, { mark: 0 }))
    foldAnswers(fold, parameters, [...wrong, judged(9, 'secure')])
    expect(estimateAt(fold, parameters, 'a', 1)).toMatchObject({
      state: 'contested',
      reasons: ['judgement_disagrees'],
    })
  })

  it('is known when the newest judgement agrees, whatever an older one said', () => {
    const fold = newStudentFold()
    const wrong = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => right(at, { mark: 0 }))
    foldAnswers(fold, parameters, [...wrong, judged(9, 'secure'), judged(10, 'gap')])
    expect(estimateAt(fold, parameters, 'a', 1)).toMatchObject({ state: 'known', reasons: [] })
  })
})

describe('answers from pieces of evidence', () => {
  const piece = {
    occurred_at: new Date('2026-03-02T10:00:00.000Z'),
    local_day: '2026-03-02',
    attempt_id: null,
    item_id: 'p',
    value: 1,
    weight: 1,
    try_no: 1,
    judgement: null,
  }

  it('are one for each event, with all its competencies', () => {
    const pieces = [
      { ...piece, event_id: 'e', competency_id: 'b' },
      { ...piece, event_id: 'f', competency_id: 'b' },
      { ...piece, event_id: 'e', competency_id: 'a' },
    ]
    expect(answersFrom(pieces).map(({ eventId, competencies }) => ({ eventId, competencies }))).toEqual([
      { eventId: 'e', competencies: ['a', 'b'] },
      { eventId: 'f', competencies: ['b'] },
    ])
  })

  it('count days from 1970', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayNumber('2026-03-02')).toBe(20_514)
    expect(dayText(20_514)).toBe('2026-03-02')
  })
})
