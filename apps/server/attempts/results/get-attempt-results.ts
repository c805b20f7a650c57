import type { AttemptResults } from '@waymark/contract/attempts/results.ts'
import { describeAnswer, keyOf, readAnswer } from '@waymark/questions/kinds.ts'
import { finalMessage } from '@waymark/questions/message.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { type MadeMark, totalsOf } from '../marking/mark.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { listObjectiveTitles, loadQuestions } from '../quiz-content.ts'
import { getOwnAttempt } from '../reach.ts'
import { attemptsLeft, personalWindow } from '../rules.ts'
import { findAssignment, findOverride } from '../store/assignments.ts'
import { type AttemptRecord, listAttemptsOf } from '../store/attempts.ts'
import { listMarks } from '../store/marks.ts'
import { newestMark } from './newest-mark.ts'
import { objectiveShares } from './objectives.ts'
import { releaseOf } from './release.ts'
import { percentageOf } from './rows.ts'

type Results = z.output<typeof AttemptResults>

/** What is released of an ended attempt. What is not released is absent, and the date stands in its place. */
export async function getAttemptResults(ctx: Context, attemptId: string): Promise<Results> {
  return ctx.transaction(async (tx) => {
    const attempt = await afterBell(ctx, tx, await getOwnAttempt(tx, ctx, attemptId))
    if (attempt.status === 'in_progress') throw new Refused('wrong_state', { reason: 'in_progress' })
    const { state, marks_at, answers_at } = await releaseOf(ctx, tx, attempt)
    const head = {
      attempt_id: attempt.id,
      assignment_id: attempt.assignment_id,
      quiz_title: attempt.snapshot.quiz_title,
      status: attempt.status,
      ended_by: attempt.ended_by,
      ended_at: attempt.ended_at?.toISOString() ?? null,
      state,
    }
    if (state === 'waiting') return { ...head, marks_at: marks_at?.toISOString() ?? null }
    return {
      ...head,
      ...(state === 'marks' ? { answers_at: answers_at?.toISOString() ?? null } : {}),
      ...(await released(ctx, tx, attempt, state === 'answers')),
    }
  })
}

async function released(
  ctx: Context,
  tx: Tx,
  attempt: AttemptRecord,
  withAnswers: boolean,
): Promise<Partial<Results>> {
  const questions = await loadQuestions(tx, attempt)
  const marks = (await listMarks(tx, [attempt.id])).filter(
    ({ counts, superseded_at }) => counts && superseded_at === null,
  )
  const waiting = attempt.pending_count ?? 0
  const as_of = newestMark(marks)
  const shares = objectiveShares(marks, questions)
  const titles = await listObjectiveTitles(
    tx,
    [...shares.strengths, ...shares.practise].map(({ competency_id }) => competency_id),
  )
  const named = (list: typeof shares.strengths) =>
    list.map((one) => ({ ...one, title: titles.get(one.competency_id) ?? '' }))
  return {
    ...(as_of && { as_of: as_of.toISOString() }),
    ...(attempt.share === null ? {} : { percentage: percentageOf(attempt.share) }),
    score: attempt.score ?? 0,
    max_score: attempt.max_score ?? 0,
    marks_state: waiting > 0 ? 'provisional' : 'final',
    waiting,
    message: attempt.status === 'abandoned' ? null : finalMessage(totalsOf(marks)).text,
    strengths: named(shares.strengths),
    practise: named(shares.practise),
    questions: marks.flatMap((mark) => {
      const question = questions.get(mark.question_version_id)
      return question ? [questionOf(mark, question, withAnswers)] : []
    }),
    next_step: await nextStep(ctx, tx, attempt),
  }
}

const verdicts = {
  correct: 'correct',
  partial: 'partly',
  incorrect: 'not_yet',
  not_answered: 'not_answered',
  pending: 'waiting',
} as const

export const verdictOf = (mark: Pick<MadeMark, 'outcome'>) => verdicts[mark.outcome]

function questionOf(
  mark: MadeMark,
  question: Question,
  withAnswers: boolean,
): NonNullable<Results['questions']>[number] {
  return {
    position: mark.position,
    stem: question.stem,
    own_answer: mark.answer,
    own_answer_text: answerText(question, mark.answer),
    verdict: verdictOf(mark),
    fraction: mark.fraction,
    score: mark.score,
    max_score: mark.max_score,
    feedback: mark.feedback,
    ...(withAnswers ? { correct_answer: keyOf(question) } : {}),
    marker: mark.marker,
    mark_id: mark.id,
    second_look: null,
  }
}

/** An answer as it was stored, in plain words; empty when there is none. */
export function answerText(question: Question, answer: unknown): string {
  const read = readAnswer(question, answer)
  return 'answer' in read ? describeAnswer(question, read.answer) : ''
}

/** Another try where one is left and something is still to gain; else the student's own progress. */
async function nextStep(ctx: Context, tx: Tx, attempt: AttemptRecord): Promise<Results['next_step']> {
  const toProgress = { kind: 'see_progress' as const, assignment_id: null }
  const assignment = attempt.assignment_id === null ? null : await findAssignment(tx, attempt.assignment_id)
  if (!assignment || attempt.score === attempt.max_score) return toProgress
  const override = await findOverride(tx, assignment.id, attempt.student_id)
  const attempts = (await listAttemptsOf(tx, [assignment.id], attempt.student_id)).length
  const { available_until } = personalWindow(assignment, override)
  const isOpen = available_until === null || available_until > ctx.now
  const left = attemptsLeft({ override, attempts, max_attempts: assignment.settings.max_attempts })
  return isOpen && left !== 0 ? { kind: 'try_again', assignment_id: assignment.id } : toProgress
}
