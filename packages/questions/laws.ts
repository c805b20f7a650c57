import { compare, ONE, readFraction, ZERO } from '@waymark/science/marking/fraction.ts'
import { markAnswer } from './mark-answer.ts'
import { isRecord } from './part-ids.ts'
import type { Question } from './question.ts'
import { readAnswer } from './read-answer.ts'
import { readQuestion } from './read-question.ts'
import { kindOf } from './registry.ts'
import { studentCopy } from './student-copy.ts'

/**
 * The laws that every marker obeys (01 §13), checked on one question and one answer. The tests of each kind
 * run them over generated contents; a new kind's tests do the same.
 */

const nobody = { attemptId: 'attempt', hintUsed: false }

/** A question of a kind around a content, the common fields being of no matter. Throws on a broken content. */
export function questionWith(kind: string, content: unknown, preset: string | null = null): Question {
  const read = readQuestion({
    kind,
    preset,
    stem: 'Answer the question.',
    difficulty: 0.5,
    points: 3,
    time_estimate_seconds: 60,
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    content,
  })
  if ('question' in read) return read.question
  throw new Error(read.findings.map(({ pointer, message }) => `${pointer} ${message}`).join('\n'))
}

/** What comes of an answer as sent: its fraction, `not_answered`, `pending`, or the code of a refusal. */
export function resultOf(question: Question, raw: unknown): string {
  const read = readAnswer(question, raw)
  if ('refusal' in read) return read.refusal.code
  const { fraction, outcome } = markAnswer(question, read.answer, nobody)
  return outcome === 'not_answered' || fraction === null ? outcome : fraction
}

/** The bytes a student gets. */
export function copyOf(question: Question): string {
  return JSON.stringify(studentCopy(question, { shuffleKey: '5f1d7c0a9b3e4d62', versionId: 'v1' }))
}

/** −1, 0 or 1 as the first answer earns less than, as much as or more than the second. */
export function compareResults(question: Question, one: unknown, other: unknown): number {
  const worth = (raw: unknown) => readFraction(resultOf(question, raw)) ?? ZERO
  return compare(worth(one), worth(other))
}

/** The names of the laws that this answer to this question breaks. */
export function brokenLaws(question: Question, raw: unknown): string[] {
  const kind = kindOf(question)
  const result = resultOf(question, raw)
  const worth = readFraction(result)
  const laws: Record<string, boolean> = {
    'the score lies between 0 and the points': worth === null || within(worth),
    'the same input gets the same mark': resultOf(question, raw) === result,
    'the model answer gets full points':
      kind.marker.by === 'teacher' || resultOf(question, kind.modelAnswer(question.content)) === '1',
    'a blank answer is not answered': resultOf(question, null) === 'not_answered',
    'the order of lists changes nothing': resultOf(reversed(question), raw) === result,
    'the Unicode form changes nothing': resultOf(question, decomposed(raw)) === result,
    'the copy does not depend on the authored order': copyOf(reversed(question)) === copyOf(question),
  }
  return Object.keys(laws).filter((law) => !laws[law])
}

function within(worth: typeof ZERO): boolean {
  return compare(worth, ZERO) >= 0 && compare(worth, ONE) <= 0
}

/** The same question, written by an author who listed its parts the other way round. */
function reversed(question: Question): Question {
  const content = kindOf(question).partLists.reduce<unknown>(
    (value, path) => reverseAt(value, path.split('.')),
    question.content,
  )
  return { ...question, content }
}

function reverseAt(value: unknown, [list, ...rest]: string[]): unknown {
  if (list === undefined || !isRecord(value)) return value
  const parts = value[list]
  if (!Array.isArray(parts)) return value
  const turned = rest.length > 0 ? parts.map((part: unknown) => reverseAt(part, rest)) : parts.toReversed()
  return { ...value, [list]: turned }
}

function decomposed(raw: unknown): unknown {
  return raw === undefined ? raw : JSON.parse(JSON.stringify(raw).normalize('NFD'))
}
