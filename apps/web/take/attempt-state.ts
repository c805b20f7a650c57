import type { Reply } from '../api.ts'
import type { Draft } from './draft.ts'
import { answersIn, type Queue } from './queue.ts'

export type Attempt = Reply<'getAttempt'>
export type Bundle = Reply<'getBundle'>
export type BundleQuestion = Bundle['questions'][number]
export type QuestionState = Attempt['questions'][number]
export type SaveReply = Reply<'saveEvents'>

export type Questions = ReadonlyMap<number, QuestionState>

/** What a question looks like before anything happened to it. */
export function untouched(position: number): QuestionState {
  return {
    position,
    answer: null,
    answered: false,
    writer_epoch: 0,
    device_seq: 0,
    conflict: null,
    flagged: false,
    hint: null,
    scaffold: null,
    check: null,
    shown_answer: null,
  }
}

/** The questions as the server knows them, with what this device holds and the server lacks laid over them. */
export function mergeQuestions(
  bundle: Bundle,
  known: readonly QuestionState[],
  queue: Queue,
  draft: Pick<Draft, 'position' | 'answer'> | null,
): Questions {
  const answers = answersIn(queue, queue.acceptedThrough)
  if (draft) answers.set(draft.position, draft.answer)
  const flags = flagsIn(queue)
  return new Map(
    bundle.questions.map(({ position }) => {
      const state = known.find((question) => question.position === position) ?? untouched(position)
      const flagged = flags.get(position) ?? state.flagged
      const merged = answers.has(position) ? { ...state, answer: answers.get(position) ?? null } : state
      return [position, { ...merged, flagged }]
    }),
  )
}

function flagsIn(queue: Queue): Map<number, boolean> {
  const flags = new Map<number, boolean>()
  for (const { event } of queue.entries.slice(queue.acceptedThrough))
    if (event.type === 'flagged' && event.position !== null)
      flags.set(event.position, (event.payload as { flagged?: boolean } | null)?.flagged === true)
  return flags
}

/** Whether the tries at a question are over: right, used up, or the answer was shown. */
export function isSettled({ check, shown_answer }: QuestionState): boolean {
  return check?.verdict === 'correct' || check?.tries_left === 0 || shown_answer !== null
}

/** Whether an answer says anything at all. */
export function isGiven(answer: unknown): boolean {
  if (answer === null || answer === undefined) return false
  if (typeof answer === 'string') return answer.trim() !== ''
  if (typeof answer !== 'object') return true
  return Object.values(answer).some(isGiven)
}
