import { fraction, readFraction, toNumber } from '@waymark/science/marking/fraction.ts'
import { error, type Finding } from './finding.ts'
import type { AnyKind } from './kind.ts'
import { markAnswer } from './mark-answer.ts'
import type { Question } from './question.ts'
import { readAnswer } from './read-answer.ts'
import { findKind, kindOf } from './registry.ts'
import { forVariant } from './student-copy.ts'

/** An answer stored with the fraction it must earn (02 §6). */
export interface QuestionTest {
  answer: unknown
  /** 0–1, to at least three decimals. */
  fraction: number
}

const nobody = { attemptId: '', hintUsed: false }

/**
 * Whether a question that was read holds together: what its shape cannot say, whether it marks its own model
 * answer and lesser answers as it should, and whether every stored test gives its fraction.
 */
export function checkQuestion(question: Question, tests: readonly QuestionTest[] = []): Finding[] {
  const kind = kindOf(question)
  const contents = [
    { content: question.content, at: '/content' },
    ...question.variants.map((content, index) => ({ content, at: `/variants/${index}` })),
  ]
  const findings = contents.flatMap(({ content, at }, index) => {
    const broken = below(at, kind.findings(content, question.preset))
    return broken.length > 0 ? broken : selfMarking(kind, forVariant(question, index), at)
  })
  return [...findings, ...scaffoldFindings(question), ...testFindings(question, tests)]
}

function below(at: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, pointer: at + finding.pointer }))
}

function scaffoldFindings({ scaffold }: Question): Finding[] {
  const practice = scaffold?.practice
  const kind = practice && findKind(practice.kind)
  return kind ? below('/scaffold/practice/content', kind.findings(practice.content, practice.preset)) : []
}

function selfMarking(kind: AnyKind, question: Question, at: string): Finding[] {
  const refuse = (message: string) => [error('self_marking', at, message)]
  const model = readAnswer(question, kind.modelAnswer(question.content))
  if ('refusal' in model) return refuse(`The question refuses its own right answer: ${model.refusal.message}`)
  if (markAnswer(question, null, nobody).outcome !== 'not_answered') return refuse('A blank answer scores.')
  if (kind.marker.by === 'teacher') return []
  if (fractionOf(question, model.answer) !== '1') return refuse('The right answer does not get full points.')
  const equals = kind.lesserAnswers(question.content).filter((answer) => {
    const read = readAnswer(question, answer)
    return 'answer' in read && fractionOf(question, read.answer) === '1'
  })
  return equals.length === 0
    ? []
    : refuse(`Another answer gets full points too: ${kind.describeAnswer(question.content, equals[0])}`)
}

function testFindings(question: Question, tests: readonly QuestionTest[]): Finding[] {
  return tests.flatMap((test, index) => {
    const pointer = `/question_tests/${index}`
    const read = readAnswer(question, test.answer)
    if ('refusal' in read)
      return [error('question_test', pointer, `This test is refused: ${read.refusal.message}`)]
    const got = fractionOf(question, read.answer)
    if (got !== null && Math.abs(toNumber(readFraction(got) ?? fraction(0)) - test.fraction) < 0.0005)
      return []
    const message = `This test expects ${test.fraction} of the points and gets ${got ?? 'no mark'}.`
    return [error('question_test', pointer, message)]
  })
}

function fractionOf(question: Question, answer: unknown): string | null {
  return markAnswer(question, answer, nobody).fraction
}
