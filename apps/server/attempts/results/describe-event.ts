import type { Question } from '@waymark/questions/question.ts'
import type { StoredEvent } from '../attempt-event.ts'
import { answerText } from './get-attempt-results.ts'

/** Why an event was kept and not applied, in plain words. */
const reasons: Record<string, string> = {
  sequence_reused: 'Another answer carries the same number. Both are kept.',
  not_writer: 'Sent by a device that was not the one writing.',
  unknown_question: 'Names a question that this attempt does not have.',
  payload_too_large: 'Larger than 64 KB.',
  unknown_id: 'Names a part that the question does not have.',
  answer_invalid: 'The answer has another form than the question asks for.',
  duplicate_pair: 'An item is paired twice.',
  not_a_permutation: 'The order does not name every item once.',
  too_many_selections: 'More options are chosen than the question allows.',
}

const sentences: Record<string, (payload: Record<string, unknown>) => string> = {
  started: () => 'Started the quiz.',
  question_shown: () => 'Opened the question.',
  flagged: ({ flagged }) => (flagged ? 'Marked to come back to.' : 'Took the mark away.'),
  break_started: () => 'Started a break.',
  break_ended: () => 'Came back from the break.',
  connection_lost: () => 'The connection was lost.',
  connection_restored: () => 'The connection was back.',
  resumed: () => 'Went on with the quiz.',
  viewed: () => 'Looked at the results.',
  writer_changed: ({ device_label }) => `Went on with the quiz on another device${named(device_label)}.`,
  hint_shown: () => 'Opened the hint.',
  scaffold_opened: () => 'Opened the guided version.',
  answer_checked: () => 'Checked the answer.',
  answer_shown: () => 'Asked to see the answer.',
  time_changed: ({ deadline_at }) =>
    deadline_at === null ? 'The time limit was taken away.' : 'More time was given.',
  finished: () => 'Finished the quiz.',
  bell: () => 'The bell rang. What was saved counts.',
  marked: () => 'A teacher marked the answer.',
  mark_changed: () => 'A teacher changed the mark.',
  released: ({ what }) => (what === 'answers' ? 'The right answers were shown.' : 'The marks were shown.'),
}

/** One line of the timeline. What a person wrote stays text. */
export function describeEvent(stored: StoredEvent, questions: ReadonlyMap<number, Question>): string {
  if (stored.result === 'invalid') return reasons[stored.reason ?? ''] ?? 'Has another form than an event.'
  const { payload } = JSON.parse(stored.event) as { payload: unknown }
  const said = stored.type === 'answer_changed' ? answered(stored, payload, questions) : null
  const text = said ?? sentences[stored.type]?.(isRecord(payload) ? payload : {}) ?? stored.type
  if (stored.result === 'late_held') return `${text} Arrived after the end; kept, not counted.`
  return stored.result === 'superseded' ? `${text} A later answer counts.` : text
}

function answered(stored: StoredEvent, payload: unknown, questions: ReadonlyMap<number, Question>): string {
  const question = stored.position === null ? undefined : questions.get(stored.position)
  const text = question ? answerText(question, payload) : ''
  return text === '' ? 'Cleared the answer.' : `Answered: ${text}`
}

const named = (label: unknown): string => (typeof label === 'string' && label !== '' ? ` (${label})` : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
