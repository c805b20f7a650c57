import type { AuthorQuestion } from '../asking.ts'

type Reviewed = Pick<AuthorQuestion, 'id' | 'review_state' | 'findings'>

const waits = ({ review_state }: Reviewed) => review_state !== 'approved'

/** The question to show first: the one asked for, else the first that waits for approval, else the first. */
export function questionToShow<Q extends Reviewed>(questions: readonly Q[], wanted: string | null): Q | null {
  return questions.find(({ id }) => id === wanted) ?? questions.find(waits) ?? questions[0] ?? null
}

/** The next question that waits for approval, looking onwards from `id` and then from the start. */
export function nextWaiting<Q extends Reviewed>(questions: readonly Q[], id: string): Q | null {
  const at = questions.findIndex((question) => question.id === id)
  const onwards = [...questions.slice(at + 1), ...questions.slice(0, Math.max(at, 0))]
  return onwards.find(waits) ?? null
}

export const errorsOf = ({ findings }: Reviewed) => findings.filter(({ level }) => level === 'error')
export const openWarningsOf = ({ findings }: Reviewed) =>
  findings.filter(({ level, dismissed }) => level === 'warning' && dismissed === null)
