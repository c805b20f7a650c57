import { DeviceEvent } from '@waymark/contract/attempts/saving.ts'
import { readAnswer } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'

const LARGEST_PAYLOAD_BYTES = 64 * 1024
const ofQuestions = new Set(['answer_changed', 'question_shown', 'flagged'])

export interface Validity {
  /** By position. */
  questions: ReadonlyMap<number, Question>
  /** The epochs in which the sending device was the writer. */
  epochs: readonly number[]
}

/**
 * Reads one event of a batch. An event that will not do is kept and not applied; the reason says which rule
 * it broke, and the answer it would have replaced stands.
 */
export function readEvent(
  raw: Record<string, unknown>,
  { questions, epochs }: Validity,
): DeviceEvent | string {
  const read = DeviceEvent.safeParse(raw)
  if (!read.success) return `shape:${read.error.issues[0]?.path.join('.') || 'unknown_field'}`
  const event = read.data
  if (sizeOf(event.payload) > LARGEST_PAYLOAD_BYTES) return 'payload_too_large'
  if (!epochs.includes(event.writer_epoch)) return 'not_writer'
  const question = event.position === null ? undefined : questions.get(event.position)
  if (!question && (event.position !== null || ofQuestions.has(event.type))) return 'unknown_question'
  if (event.type === 'flagged' && !isFlag(event.payload)) return 'shape:payload'
  if (event.type !== 'answer_changed' || !question) return event
  const answer = readAnswer(question, event.payload)
  return 'refusal' in answer ? answer.refusal.code : event
}

const sizeOf = (payload: unknown): number => Buffer.byteLength(JSON.stringify(payload ?? null))

const isFlag = (payload: unknown): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  'flagged' in payload &&
  typeof payload.flagged === 'boolean'

/** The number an event carries, whatever else is the matter with it; null when it has none to keep it under. */
export const numberOf = (raw: Record<string, unknown>): number | null => {
  const read = DeviceEvent.shape.device_seq.safeParse(raw.device_seq)
  return read.success ? read.data : null
}
