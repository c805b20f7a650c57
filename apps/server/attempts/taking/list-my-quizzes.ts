import type { MyQuiz, MyQuizzes } from '@waymark/contract/attempts/taking.ts'
import type { z } from 'zod'
import { listClassroomIdsOf, listClassroomNames } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { listQuizFacts, type QuizFacts } from '../quiz-content.ts'
import { showReleasePlan } from '../results/release.ts'
import { attemptsLeft, countingAttempt, type Override, personalWindow, whyNotStart } from '../rules.ts'
import { type AssignmentRecord, listAssignmentsFor, listOverrides } from '../store/assignments.ts'
import { type AttemptRecord, listAttemptsOf } from '../store/attempts.ts'

type Quiz = z.output<typeof MyQuiz>

/** Quizzes to do, by what is due first, and quizzes done, the newest first. An archived quiz is hidden. */
export async function listMyQuizzes(ctx: Context): Promise<z.output<typeof MyQuizzes>> {
  const { userId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const assignments = await listAssignmentsFor(tx, userId, await listClassroomIdsOf(tx, userId, ctx.now))
    const ids = assignments.map(({ id }) => id)
    const attempts: AttemptRecord[] = []
    for (const attempt of await listAttemptsOf(tx, ids, userId))
      attempts.push(await afterBell(ctx, tx, attempt))
    const overrides = Map.groupBy(await listOverrides(tx, ids), ({ assignment_id }) => assignment_id)
    const quizzes = await listQuizFacts(tx, [...new Set(assignments.map(({ quiz_id }) => quiz_id))])
    const classes = await listClassroomNames(tx, [...new Set(assignments.map((one) => one.classroom_id))])
    const mine = assignments.flatMap((assignment) => {
      const quiz = quizzes.get(assignment.quiz_id)
      if (!quiz || quiz.is_archived) return []
      const own = attempts.filter(({ assignment_id }) => assignment_id === assignment.id)
      const className = classes.get(assignment.classroom_id) ?? ''
      const all = overrides.get(assignment.id) ?? []
      const override = all.find(({ student_id }) => student_id === userId) ?? null
      const release = showReleasePlan(ctx, assignment, all)
      return [quizOf(ctx.now, { assignment, override, own, quiz, className, release })]
    })
    const isDone = ({ state }: Quiz) => state === 'completed' || state === 'closed' || state === 'excused'
    return {
      available: mine.filter((quiz) => !isDone(quiz)).sort(byUrgency),
      completed: mine
        .filter(isDone)
        .sort((a, b) => compare(b.ended_at ?? b.available_from, a.ended_at ?? a.available_from)),
    }
  })
}

interface Facts {
  assignment: AssignmentRecord
  override: Override | null
  own: readonly AttemptRecord[]
  quiz: QuizFacts
  className: string
  release: Quiz['release']
}

export function quizOf(now: Date, { assignment, override, own, quiz, className, release }: Facts): Quiz {
  const { settings } = assignment
  const window = personalWindow(assignment, override)
  const running = own.find(({ status }) => status === 'in_progress')
  const last = countingAttempt(own, settings.attempt_counts) ?? own.filter(({ ended_at }) => ended_at).at(-1)
  const facts = { window: assignment, override, max_attempts: settings.max_attempts, attempts: own.length }
  return {
    assignment_id: assignment.id,
    quiz_title: quiz.title,
    classroom_name: className,
    question_count: quiz.question_count,
    estimated_minutes: quiz.estimated_minutes,
    available_from: window.available_from.toISOString(),
    available_until: window.available_until?.toISOString() ?? null,
    state: stateOf(whyNotStart(facts, now)?.code ?? null, running !== undefined, last !== undefined),
    running_attempt_id: running?.id ?? null,
    attempt_id: last?.id ?? null,
    attempts_left: attemptsLeft(facts),
    allow_hints: settings.allow_hints,
    feedback_mode: settings.feedback_mode,
    release,
    ended_at: last?.ended_at?.toISOString() ?? null,
  }
}

function stateOf(no: string | null, isRunning: boolean, hasEnded: boolean): Quiz['state'] {
  if (isRunning) return 'running'
  if (no === 'excused') return 'excused'
  if (no === 'not_open_yet') return hasEnded ? 'completed' : 'upcoming'
  if (hasEnded) return 'completed'
  return no === null ? 'open' : 'closed'
}

/** A running quiz first, then what closes first, then what opens first. */
function byUrgency(a: Quiz, b: Quiz): number {
  const rank = { running: 0, open: 1, upcoming: 2, completed: 3, closed: 4, excused: 5 }
  return (
    rank[a.state] - rank[b.state] ||
    compare(a.available_until ?? '9999', b.available_until ?? '9999') ||
    compare(a.available_from, b.available_from)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
