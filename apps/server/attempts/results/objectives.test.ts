import type { Question } from '@waymark/questions/question.ts'
import { describe, expect, test } from 'vitest'
import type { MadeMark } from '../marking/mark.ts'
import { objectiveShares } from './objectives.ts'

/** Marks by objective: each fraction is one question on it; null waits for a person. */
function shares(byObjective: Record<string, (string | null)[]>) {
  const questions = new Map<string, Question>()
  const marks = Object.entries(byObjective).flatMap(([objective, fractions]) =>
    fractions.map((fraction, index) => {
      const question_version_id = `${objective} ${index}`
      questions.set(question_version_id, { competency_ids: [objective] } as Question)
      return { question_version_id, fraction } as MadeMark
    }),
  )
  const { strengths, practise } = objectiveShares(marks, questions)
  const names = (list: typeof strengths) => list.map(({ competency_id }) => competency_id)
  return { strengths: names(strengths), practise: names(practise) }
}

describe('strengths and what to practise', () => {
  test.each([
    { title: 'a mean of .70 is a strength', by: { a: ['7/10', '7/10'] }, strengths: ['a'], practise: [] },
    {
      title: 'a mean below .50 is to practise',
      by: { a: ['1', '0', '2/5'] },
      strengths: [],
      practise: ['a'],
    },
    { title: '.50 is neither', by: { a: ['1', '0'] }, strengths: [], practise: [] },
    { title: 'one question says too little', by: { a: ['1'], b: ['0'] }, strengths: [], practise: [] },
    { title: 'what waits says nothing', by: { a: ['1', null] }, strengths: [], practise: [] },
    {
      title: 'at most three of each, the clearest first',
      by: {
        a: ['9/10', '1'],
        b: ['1', '1'],
        c: ['4/5', '1'],
        d: ['7/10', '4/5'],
        e: ['0', '1/5'],
        f: ['0', '0'],
      },
      strengths: ['b', 'a', 'c'],
      practise: ['f', 'e'],
    },
  ])('$title', ({ by, strengths, practise }) => {
    expect(shares(by as never)).toEqual({ strengths, practise })
  })
})
