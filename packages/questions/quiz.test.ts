import { describe, expect, it } from 'vitest'
import { finalMessage } from './message.ts'
import { addMarks, quizTotals } from './quiz.ts'

const mark = (fraction: string | null, max_score: number) => ({ fraction, max_score })

describe('the totals of a quiz', () => {
  it('adds points and time', () => {
    const one = { points: 2, time_estimate_seconds: 90 }
    expect(quizTotals([one, one])).toEqual({ question_count: 2, points: 4, time_estimate_seconds: 180 })
  })

  it('adds exact scores and rounds last: three thirds of a point are 1', () => {
    const thirds = [mark('1/3', 1), mark('1/3', 1), mark('1/3', 1)]
    expect(addMarks(thirds)).toEqual({ score: 1, max_score: 3, fraction: '1/3', pending: 0 })
  })

  it('rounds half up to two decimals', () => {
    expect(addMarks([mark('1005/1000', 1)]).score).toBe(1.01)
  })

  it('keeps pending answers out of score and maximum', () => {
    expect(addMarks([mark('1', 2), mark(null, 4)])).toEqual({
      score: 2,
      max_score: 2,
      fraction: '1',
      pending: 1,
    })
  })

  it('has no fraction where nothing is marked', () => {
    expect(addMarks([])).toEqual({ score: 0, max_score: 0, fraction: null, pending: 0 })
  })

  it('throws for a fraction that is none', () => {
    expect(() => addMarks([mark('0.5', 1)])).toThrow('"0.5" is not a fraction')
  })
})

describe('the final message', () => {
  const total = (fraction: string | null, pending = 0) => ({ score: 12, max_score: 15, fraction, pending })
  it.each([
    ['1', 1],
    ['7995/10000', 1],
    ['7994/10000', 2],
    ['3/5', 2],
    ['5994/10000', 3],
    ['2/5', 3],
    ['1/3', 4],
    ['0', 4],
  ])('for %s of the points is of band %i', (fraction, band) => {
    expect(finalMessage(total(fraction)).band).toBe(band)
  })

  it.each([
    [1, '12 of 15 so far, one answer is with your teacher.'],
    [2, '12 of 15 so far, 2 answers are with your teacher.'],
  ])('says "so far" while %i marks are pending', (pending, text) => {
    expect(finalMessage(total('4/5', pending))).toEqual({ band: null, text })
  })

  it('has no band where there is nothing to score', () => {
    expect(finalMessage({ score: 0, max_score: 0, fraction: null, pending: 0 }).band).toBeNull()
  })
})
