import type * as shape from '@waymark/contract/library-shapes.ts'
import { aboutMinutes } from '@waymark/questions/minutes.ts'
import { quizTotals } from '@waymark/questions/quiz.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { gateFactsFor } from '../review/gate.ts'
import { showWith } from '../review/show-question.ts'
import { listCompetencies } from '../store/competencies.ts'
import { listQuestions } from '../store/questions.ts'
import { listObjectiveIds, type Quiz, type QuizTotals } from '../store/quizzes.ts'
import { getUnit } from '../store/units.ts'

export type ShownQuiz = z.input<typeof shape.Quiz>

export function showQuizSummary(quiz: Quiz & QuizTotals): z.input<typeof shape.QuizSummary> {
  const counts = { generated: 0, edited: 0, approved: 0, rejected: 0, ...quiz.review_counts }
  return {
    id: quiz.id,
    unit_id: quiz.unit_id,
    title: quiz.title,
    year_group: quiz.year_group,
    status: quiz.status,
    version: quiz.version,
    revision: quiz.revision,
    duration_minutes: quiz.duration_minutes,
    question_count: quiz.question_count,
    total_points: quiz.total_points,
    estimated_minutes: aboutMinutes(quiz.time_estimate_seconds, quiz.duration_minutes),
    review_counts: counts,
    changed_at: quiz.changed_at.toISOString(),
  }
}

/** A quiz as its author sees it, whole: every question with its sources and findings. */
export async function showQuiz(tx: Tx, quiz: Quiz): Promise<ShownQuiz> {
  const questions = await listQuestions(tx, quiz.id)
  const facts = await gateFactsFor(tx, await getUnit(tx, quiz.unit_id), questions)
  const inOrder = questions.filter(({ position }) => position !== null)
  const totals = quizTotals(inOrder.map(({ current }) => current.question))
  const review_counts: Record<string, number> = {}
  for (const { review_state } of questions)
    review_counts[review_state] = (review_counts[review_state] ?? 0) + 1
  const objectiveIds = await listObjectiveIds(tx, quiz.id)
  const titles = new Map((await listCompetencies(tx, objectiveIds)).map(({ id, title }) => [id, title]))
  const summary = showQuizSummary({ ...quiz, ...totals, total_points: totals.points, review_counts })
  return {
    ...summary,
    owner_id: quiz.owner_id,
    objectives: objectiveIds.map((id) => ({ id, title: titles.get(id) ?? '' })),
    questions: inOrder.map((question) => showWith(question, facts)),
    rejected: questions
      .filter(({ position }) => position === null)
      .map((question) => showWith(question, facts)),
  }
}
