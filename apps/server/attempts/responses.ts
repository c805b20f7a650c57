import { canonicalJson } from '../platform/canonical-json.ts'

/** The latest answer to one question, as events made it. `answer` is as it was sent; null: none. */
export interface Response {
  position: number
  question_id: string
  question_version_id: string
  answer: unknown
  answer_device_id: string | null
  answer_epoch: number
  answer_seq: number
  answered_at: Date | null
  conflict: Conflict | null
  flagged: boolean
  tries: number
  hint_used: boolean
  scaffold_used: boolean
  revealed: boolean
}

/** An answer of an earlier writer that gave way to another one. */
export interface Conflict {
  answer: unknown
  device_id: string
  epoch: number
  seq: number
}

export const emptyResponse = (item: {
  position: number
  question_id: string
  question_version_id: string
}): Response => ({
  position: item.position,
  question_id: item.question_id,
  question_version_id: item.question_version_id,
  answer: null,
  answer_device_id: null,
  answer_epoch: 0,
  answer_seq: 0,
  answered_at: null,
  conflict: null,
  flagged: false,
  tries: 0,
  hint_used: false,
  scaffold_used: false,
  revealed: false,
})

export interface ArrivedAnswer {
  device_id: string
  writer_epoch: number
  device_seq: number
  answer: unknown
  received_at: Date
}

/**
 * The merge rule of spec 03 §7: the answer with the greatest (writer_epoch, device_seq) counts. One that
 * gives way to a later writer's different answer is kept beside it as a conflict, until the next answer
 * that counts: by giving it the student has chosen.
 */
export function mergeAnswer(
  response: Response,
  arrived: ArrivedAnswer,
): { response: Response; result: 'accepted' | 'superseded' } {
  const { writer_epoch: epoch, device_seq: seq, device_id, answer } = arrived
  if (isLater(epoch, seq, response.answer_epoch, response.answer_seq))
    return {
      response: {
        ...response,
        answer,
        answer_device_id: device_id,
        answer_epoch: epoch,
        answer_seq: seq,
        answered_at: arrived.received_at,
        conflict: null,
      },
      result: 'accepted',
    }
  const { conflict } = response
  const differs = epoch < response.answer_epoch && !sameAnswer(answer, response.answer)
  const isLatest = conflict === null || isLater(epoch, seq, conflict.epoch, conflict.seq)
  return {
    response: differs && isLatest ? { ...response, conflict: { answer, device_id, epoch, seq } } : response,
    result: 'superseded',
  }
}

const isLater = (epoch: number, seq: number, otherEpoch: number, otherSeq: number): boolean =>
  epoch > otherEpoch || (epoch === otherEpoch && seq > otherSeq)

const sameAnswer = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
