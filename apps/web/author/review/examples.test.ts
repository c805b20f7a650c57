import { checkQuestion, readQuestion } from '@waymark/questions/kinds.ts'
import { expect, it } from 'vitest'
import { exampleFor, examples } from './examples.ts'

const competency = '019b0000-0000-7000-8000-000000000001'

it.each(examples().map(({ id }) => id))('starts %s as a whole question that holds together', (id) => {
  const read = readQuestion(exampleFor(id, competency))
  if ('findings' in read) throw new Error(read.findings[0]?.message)
  expect(checkQuestion(read.question)).toEqual([])
  expect(read.question.competency_ids).toEqual([competency])
})
