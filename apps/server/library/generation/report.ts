import type * as shape from '@waymark/contract/library-shapes.ts'
import { aboutMinutes, fitsPlan } from '@waymark/questions/minutes.ts'
import { quizTotals } from '@waymark/questions/quiz.ts'
import type { z } from 'zod'
import { whatWouldHelp } from '../generator/advice.ts'
import type { Generated, GenerationOptions } from '../generator/generate.ts'
import type { Lesson } from '../generator/lesson.ts'

export type GenerationResult = z.output<typeof shape.GenerationResult>
type Warning = GenerationResult['warnings'][number]

const MOST_DROPPED = 10

/** What came of a generation, with everything a teacher should know about what is missing. */
export function reportOn(
  lesson: Lesson,
  options: GenerationOptions,
  generated: Generated,
  quiz: { id: string; title: string; degraded_reasons: string[] },
): GenerationResult {
  const questions = generated.candidates.map(({ question }) => question)
  const totals = quizTotals(questions)
  const kind_counts: Record<string, number> = {}
  for (const { kind } of questions) kind_counts[kind] = (kind_counts[kind] ?? 0) + 1
  const named = (ids: readonly string[]) =>
    lesson.objectives.filter(({ id }) => ids.includes(id)).map(({ id, text }) => ({ id, title: text }))
  const cited = new Set(
    questions.flatMap(({ source_refs = [] }) => source_refs.map(({ passage_id }) => passage_id)),
  )
  return {
    quiz_id: quiz.id,
    status: 'draft',
    title: quiz.title,
    question_count: totals.question_count,
    kind_counts,
    total_points: totals.points,
    estimated_minutes: aboutMinutes(totals.time_estimate_seconds, options.duration_minutes),
    objectives_covered: named(generated.covered),
    objectives_not_covered: named(generated.notCovered),
    passages_used: cited.size,
    passages_total: lesson.passages.length,
    warnings: warningsOf(lesson, options, generated, totals.time_estimate_seconds),
    degraded_reasons: quiz.degraded_reasons,
  }
}

function warningsOf(
  lesson: Lesson,
  options: GenerationOptions,
  generated: Generated,
  seconds: number,
): Warning[] {
  const made = generated.candidates.length
  const kinds = new Set(generated.candidates.map(({ slot }) => slot.kind)).size
  return [
    ...tooLittle(lesson, options, made),
    ...lesson.objectives
      .filter(({ id }) => generated.notCovered.includes(id))
      .map(({ id, text }) =>
        warning('objective_not_covered', `No question covers the objective "${text}".`, {
          competency_id: id,
        }),
      ),
    // A question that was replaced is no loss.
    ...(made < options.question_count ? generated.dropped : [])
      .slice(0, MOST_DROPPED)
      .map(({ offer, reason }) =>
        warning('candidate_dropped', `A question was left out: ${reason}`, { offer }),
      ),
    ...(fitsPlan(seconds, options.duration_minutes)
      ? []
      : [
          warning(
            'time_outside_plan',
            `The questions take about ${Math.round(seconds / 60)} minutes; ${options.duration_minutes} were asked.`,
            { estimated_minutes: aboutMinutes(seconds, options.duration_minutes) },
          ),
        ]),
    ...(made >= 8 && kinds < 4
      ? [warning('few_kinds', `The quiz uses ${kinds} kinds of question; four keep it varied.`, { kinds })]
      : []),
  ]
}

function tooLittle(lesson: Lesson, options: GenerationOptions, made: number): Warning[] {
  if (made >= options.question_count) return []
  const help = whatWouldHelp(lesson, options.question_count, made)
  const message =
    `The material makes ${made} of ${options.question_count} questions. ${help.join(' ')}`.trim()
  return [warning('not_enough_material', message, { would_help: help, made, asked: options.question_count })]
}

const warning = (code: Warning['code'], message: string, details: Record<string, unknown>): Warning => ({
  code,
  message,
  details,
})
