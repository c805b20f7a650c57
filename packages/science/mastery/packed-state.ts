import type { TracerState } from './tracer-state.ts'

/**
 * A state as JSON: rows of numbers behind an id, in the order of the fields of `CompetencyState` and
 * `QuestionState`. JSON keeps every double exactly, so a state read back goes on as if it had stayed.
 */
export interface PackedState {
  shape: 1
  student: [mean: number, variance: number, answers: number, wins: number, ...faded: [number, number, number]]
  newest: [occurredAt: number, eventId: string] | null
  competencies: [id: string, ...numbers: number[]][]
  questions: [id: string, ...numbers: number[]][]
}

const COMPETENCY_NUMBERS = 8
const QUESTION_NUMBERS = 4

export function packState(state: TracerState): PackedState {
  const { mean, variance, answers, wins, faded, newest } = state
  return {
    shape: 1,
    student: [mean, variance, answers, wins, ...faded],
    newest: newest && [newest.occurredAt, newest.eventId],
    competencies: Array.from(state.competencies, ([id, c]) => [
      id,
      c.mean,
      c.variance,
      c.tries,
      c.wins,
      c.faded,
      c.last,
      c.answersThen,
      c.lastDay,
    ]),
    questions: Array.from(state.questions, ([id, q]) => [id, q.tries, q.wins, q.last, q.answersThen]),
  }
}

/** The state again; null for anything but this shape, and then the student is folded from nothing. */
export function unpackState(packed: unknown): TracerState | null {
  if (!isPackedState(packed)) return null
  const [mean, variance, answers, wins, ...faded] = packed.student
  const { newest } = packed
  return {
    mean,
    variance,
    answers,
    wins,
    faded,
    newest: newest && { occurredAt: newest[0], eventId: newest[1] },
    competencies: new Map(packed.competencies.map(([id, ...numbers]) => [id, competencyFrom(numbers)])),
    questions: new Map(packed.questions.map(([id, ...numbers]) => [id, questionFrom(numbers)])),
  }
}

function competencyFrom(numbers: number[]) {
  const [mean = 0, variance = 0, tries = 0, wins = 0, faded = 0, last = 0, answersThen = 0, lastDay = 0] =
    numbers
  return { mean, variance, tries, wins, faded, last, answersThen, lastDay }
}

function questionFrom(numbers: number[]) {
  const [tries = 0, wins = 0, last = 0, answersThen = 0] = numbers
  return { tries, wins, last, answersThen }
}

function isPackedState(packed: unknown): packed is PackedState {
  if (typeof packed !== 'object' || packed === null) return false
  const { shape, student, newest, competencies, questions } = packed as Partial<
    Record<keyof PackedState, unknown>
  >
  return (
    shape === 1 &&
    areNumbers(student, 7) &&
    (newest === null || isPlace(newest)) &&
    areRows(competencies, COMPETENCY_NUMBERS) &&
    areRows(questions, QUESTION_NUMBERS)
  )
}

function isPlace(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && Number.isFinite(value[0]) && typeof value[1] === 'string'
  )
}

function areRows(rows: unknown, numbers: number): boolean {
  return (
    Array.isArray(rows) &&
    rows.every((row) => Array.isArray(row) && typeof row[0] === 'string' && areNumbers(row.slice(1), numbers))
  )
}

function areNumbers(values: unknown, count: number): boolean {
  return Array.isArray(values) && values.length === count && values.every(Number.isFinite)
}
