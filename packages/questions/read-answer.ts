import { pointerOf } from './finding.ts'
import type { AnswerRefusal, AnyKind } from './kind.ts'
import { isRecord } from './part-ids.ts'
import type { Question } from './question.ts'
import { kindOf } from './registry.ts'

/** `answer: null` is a blank one. */
export type ReadAnswer = { answer: unknown } | { refusal: AnswerRefusal }

/**
 * Reads an answer as sent: an object of the kind's shape, a bare string, number or boolean where the kind has
 * one field, or nothing. `false` and `0` are answers. Unknown fields, foreign ids, doubled pairs, incomplete
 * orders and too many choices come back as the refusals of 01 §14.
 */
export function readAnswer(question: Question, raw: unknown): ReadAnswer {
  const kind = kindOf(question)
  if (saysNothing(kind, raw)) return { answer: null }
  if (holdsPrototypeKey(raw)) return refused('', 'The name __proto__ may not be used.')
  const complete = isBare(raw) ? kind.fromBare(question.content, raw) : raw
  if (complete === null) return refused('', `${kind.label} takes an object as its answer.`)
  const read = kind.answer.safeParse(complete)
  if (!read.success) {
    const issue = read.error.issues[0]
    const stranger = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const message = stranger.length > 0 ? `There is no field "${stranger[0]}" in an answer.` : issue?.message
    return refused(
      pointerOf([...(issue?.path ?? []), ...stranger]),
      message ?? 'The answer has another form.',
    )
  }
  const refusal = kind.refuse(question.content, read.data)
  return refusal ? { refusal } : { answer: read.data }
}

/** Whether an answer that was read is blank: nothing was chosen, written or moved. */
export function isBlank(question: Question, answer: unknown): boolean {
  return answer === null || answer === undefined || kindOf(question).isBlank(answer)
}

function refused(pointer: string, message: string): { refusal: AnswerRefusal } {
  return { refusal: { code: 'answer_invalid', pointer, message } }
}

function isBare(raw: unknown): raw is string | number | boolean {
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
}

/** Null, an empty list, white space, or an object whose fields, all of them known, hold null. */
function saysNothing(kind: AnyKind, raw: unknown): boolean {
  if (raw === null || raw === undefined) return true
  if (typeof raw === 'string') return raw.trim() === ''
  if (Array.isArray(raw)) return raw.length === 0
  if (!isRecord(raw)) return false
  return Object.entries(raw).every(
    ([field, value]) => (value === null || value === undefined) && Object.hasOwn(kind.answer.shape, field),
  )
}

/** JSON can carry a key that assignment would take for the prototype; no answer has a use for it. */
function holdsPrototypeKey(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  if (Object.hasOwn(raw, '__proto__')) return true
  return Object.values(raw).some(holdsPrototypeKey)
}
