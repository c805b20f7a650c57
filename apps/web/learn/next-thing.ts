import type { Reply } from '../api.ts'

export type MyQuizzes = Reply<'listMyQuizzes'>
export type MyQuiz = MyQuizzes['available'][number]

/** The one card of Today: the running quiz, else the one due first, else the newest results; null: nothing. */
export function nextThing({
  available,
  completed,
}: MyQuizzes): { quiz: MyQuiz; do: 'go_on' | 'start' | 'look' } | null {
  const running = available.find(({ state }) => state === 'running')
  if (running) return { quiz: running, do: 'go_on' }
  const due = available.filter(({ state }) => state === 'open').toSorted(byDue)[0]
  if (due) return { quiz: due, do: 'start' }
  const last = completed.filter(({ attempt_id }) => attempt_id !== null).toSorted(byEndDown)[0]
  return last ? { quiz: last, do: 'look' } : null
}

/** What is due after the card: open ones by their end, then those that open later. */
export function otherQuizzes({ available }: MyQuizzes, card: MyQuiz | null): MyQuiz[] {
  const rank = ({ state }: MyQuiz) => ['running', 'open', 'upcoming'].indexOf(state)
  return available
    .filter((quiz) => quiz.assignment_id !== card?.assignment_id && rank(quiz) >= 0)
    .toSorted((one, other) => rank(one) - rank(other) || byDue(one, other))
}

/** How many quizzes were finished in the seven days before `now`. */
export function finishedThisWeek({ completed }: MyQuizzes, now: number): number {
  const weekAgo = now - 7 * 86_400_000
  return completed.filter(({ ended_at }) => ended_at !== null && Date.parse(ended_at) >= weekAgo).length
}

function byDue(one: MyQuiz, other: MyQuiz): number {
  const due = (quiz: MyQuiz) => quiz.available_until ?? '9999'
  return due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : 0
}

function byEndDown(one: MyQuiz, other: MyQuiz): number {
  return (one.ended_at ?? '') < (other.ended_at ?? '') ? 1 : -1
}
