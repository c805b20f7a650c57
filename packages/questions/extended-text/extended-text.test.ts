import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer, markByTeacher } from '../mark-answer.ts'

const circumstances = { attemptId: 'x', hintUsed: false }
const scheme = {
  mode: 'mark_scheme',
  min_words: 3,
  max_words: 5,
  points_available: 6,
  mark_scheme: [
    { id: 'c1', criterion: 'Names RAM', points: 2 },
    { id: 'c2', criterion: 'Names the hard drive', points: 4 },
  ],
}
const rubric = {
  mode: 'rubric',
  dimensions: [
    { id: 'd1', name: 'Ideas', weight: 0.5 },
    { id: 'd2', name: 'Reasons', weight: 0.3 },
    { id: 'd3', name: 'Language', weight: 0.2 },
  ],
}
/** The question of four points that the vectors of 01 §15 speak of. */
const fourPoints = { ...questionWith('extended_text', scheme), points: 4 }

function award(question: typeof fourPoints, parts: Record<string, number>) {
  const marked = markByTeacher(question, { parts }, circumstances)
  return 'mark' in marked
    ? [marked.mark.fraction, marked.mark.score]
    : marked.findings.map(({ pointer }) => pointer)
}

describe('extended text', () => {
  it.each([
    [{ c1: 2, c2: 2 }, ['2/3', 2.67]],
    [{ c1: 2, c2: 4 }, ['1', 4]],
    [{ c1: 0, c2: 0 }, ['0', 0]],
    [{ c1: 0.5, c2: 0 }, ['1/12', 0.33]],
  ])('scales the points of a mark scheme %j', (parts, result) => {
    expect(award(fourPoints, parts)).toEqual(result)
  })

  it('weighs the levels of a rubric', () => {
    const question = questionWith('extended_text', rubric)
    expect(award(question, { d1: 3, d2: 2, d3: 4 })[0]).toBe('29/40')
  })

  it.each([
    ['a criterion left out', { c1: 2 }, ['/parts/c2']],
    ['a criterion that is not there', { c1: 2, c2: 4, c3: 1 }, ['/parts/c3']],
    ['more points than there are', { c1: 3, c2: 4 }, ['/parts/c1']],
    ['less than nothing', { c1: -1, c2: 4 }, ['/parts/c1']],
    ['a quarter of a point', { c1: 0.25, c2: 4 }, ['/parts/c1']],
  ])('refuses %s', (_, parts, pointers) => {
    expect(award(fourPoints, parts)).toEqual(pointers)
  })

  it('refuses a rubric with a dimension left out or a level 0', () => {
    const question = questionWith('extended_text', rubric)
    expect(award(question, { d1: 3, d2: 0 })).toEqual(['/parts/d2', '/parts/d3'])
  })

  it('puts the comment of the teacher first', () => {
    const marked = markByTeacher(fourPoints, { parts: { c1: 2, c2: 4 } }, circumstances, 'You name both.')
    expect('mark' in marked && marked.mark).toMatchObject({ marker: 'human', outcome: 'correct' })
    expect('mark' in marked && marked.mark.feedback[0]).toBe('You name both.')
  })

  it.each([
    ['one two', ['too_short']],
    ['one two three', []],
    ['one two three four five six', ['too_long']],
  ])('says what %j lacks in length without refusing it', (text, reasons) => {
    const mark = markAnswer(fourPoints, { text }, circumstances)
    expect([mark.outcome, mark.fraction, mark.score, mark.details.reasons]).toEqual([
      'pending',
      null,
      null,
      reasons,
    ])
    expect(mark.feedback).toEqual(['Your answer is with your teacher. The mark comes later.'])
  })

  it('refuses more than 10,000 characters', () => {
    const texts = ['x'.repeat(10_000), 'x'.repeat(10_001)]
    expect(texts.map((text) => resultOf(fourPoints, { text }))).toEqual(['pending', 'answer_invalid'])
  })

  it('shows names and weights of a rubric, and no criterion of a mark scheme', () => {
    expect(copyOf(questionWith('extended_text', rubric))).toContain('Reasons')
    expect(copyOf(fourPoints)).not.toContain('Names')
  })

  const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
  const keyed = (list: number[], word: string) => ({
    mode: 'mark_scheme',
    points_available: list.reduce((total, one) => total + one, 0),
    mark_scheme: list.map((one, n) => ({ id: `c${n}`, criterion: `${word} ${n}`, points: one })),
  })

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(points, fc.string(), (list, text) => {
        expect(brokenLaws(questionWith('extended_text', keyed(list, 'Names part')), { text })).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the mark scheme', () => {
    fc.assert(
      fc.property(points, points, (one, other) => {
        const copies = [keyed(one, 'Says'), keyed(other, 'Gives')].map((content) =>
          copyOf(questionWith('extended_text', content)),
        )
        expect(copies[0]).toBe(copies[1])
      }),
    )
  })

  it('keeps awards between 0 and all, and never gives less for a higher award', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (list, shares) => {
          const question = questionWith('extended_text', keyed(list, 'Part'))
          const low = list.map((most, n) => Math.floor(most * (shares[n] ?? 0)))
          const high = list.map((most, n) => Math.min(most, (low[n] ?? 0) + 0.5))
          const scores = [low, high].map((given) => {
            const parts = Object.fromEntries(given.map((value, n) => [`c${n}`, value]))
            return Number(award(question, parts)[1])
          })
          expect(scores[0]).toBeGreaterThanOrEqual(0)
          expect(scores[1]).toBeGreaterThanOrEqual(scores[0] ?? 0)
          expect(scores[1]).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})
