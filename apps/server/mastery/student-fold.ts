import { STEADY_DAYS } from '@waymark/science/mastery/forgetting.ts'
import { readOut } from '@waymark/science/mastery/read-out.ts'
import {
  type EvidenceCounts,
  estimateCompetency,
  type JudgementBesideAnswers,
  type TracerEstimate,
} from '@waymark/science/mastery/standing.ts'
import type { Standing } from '@waymark/science/mastery/standing-of.ts'
import { observe } from '@waymark/science/mastery/tracer.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { comparePlaces, newTracerState, type TracerState } from '@waymark/science/mastery/tracer-state.ts'
import type { FoldableAnswer } from './answers.ts'

/** All that a student's evidence has left behind: enough to go on from, and to estimate any competency. */
export interface StudentFold {
  tracer: TracerState
  /** The same without judgements, what a judgement is compared with; null until the first one. */
  answersOnly: TracerState | null
  /** What the estimate of each competency rests on. */
  grounds: Map<string, Grounds>
}

export interface Grounds {
  /** Pieces of evidence, answers and judgements. */
  pieces: number
  answers: number
  firstTries: number
  /** Different questions among the first tries. */
  questions: string[]
  judgements: number
  newestJudgement: Standing | null
  /** Local day of the newest piece. */
  newestDay: number
}

export const newStudentFold = (): StudentFold => ({
  tracer: newTracerState(),
  answersOnly: null,
  grounds: new Map(),
})

/** The estimate of one competency at the end of a day on which there was evidence on it. */
export interface DayEstimate {
  competency: string
  day: number
  estimate: TracerEstimate
  pieces: number
}

/**
 * Folds answers, none of them late, into `fold` in place, by their order. Answers the estimates at the end of
 * each day they lie on; where the newest day goes on later, its estimates are simply made again.
 */
export function foldAnswers(
  fold: StudentFold,
  parameters: TracerParameters,
  answers: readonly FoldableAnswer[],
): DayEstimate[] {
  const days: DayEstimate[] = []
  const inOrder = [...answers].sort(comparePlaces)
  for (const [at, answer] of inOrder.entries()) {
    foldAnswer(fold, parameters, answer)
    if (inOrder[at + 1]?.day !== answer.day) days.push(...endOfDay(fold, parameters, answer.day))
  }
  return days
}

function foldAnswer(fold: StudentFold, parameters: TracerParameters, answer: FoldableAnswer): void {
  if (answer.judgement !== null) fold.answersOnly ??= structuredClone(fold.tracer)
  else if (fold.answersOnly) observe(fold.answersOnly, parameters, answer)
  observe(fold.tracer, parameters, answer)
  for (const competency of answer.competencies) {
    const grounds = fold.grounds.get(competency) ?? newGrounds(answer.day)
    fold.grounds.set(competency, grounds)
    countAnswer(grounds, answer)
  }
}

const newGrounds = (day: number): Grounds => ({
  pieces: 0,
  answers: 0,
  firstTries: 0,
  questions: [],
  judgements: 0,
  newestJudgement: null,
  newestDay: day,
})

function countAnswer(grounds: Grounds, { judgement, question, tryNo, day }: FoldableAnswer): void {
  grounds.pieces += 1
  grounds.newestDay = Math.max(grounds.newestDay, day)
  if (judgement !== null) {
    grounds.judgements += 1
    grounds.newestJudgement = judgement
    return
  }
  grounds.answers += 1
  if (tryNo !== 1) return
  grounds.firstTries += 1
  if (question !== null && !grounds.questions.includes(question)) grounds.questions.push(question)
}

function endOfDay(fold: StudentFold, parameters: TracerParameters, day: number): DayEstimate[] {
  return [...fold.tracer.competencies]
    .filter(([, { lastDay }]) => lastDay === day)
    .map(([competency]) => ({
      competency,
      day,
      estimate: estimateAt(fold, parameters, competency, day),
      pieces: fold.grounds.get(competency)?.pieces ?? 0,
    }))
}

/** The estimate of a competency, met or not, on the local day `today`. */
export function estimateAt(
  fold: StudentFold,
  parameters: TracerParameters,
  competency: string,
  today: number,
): TracerEstimate {
  return estimateCompetency({
    state: fold.tracer,
    parameters,
    competency,
    today,
    evidence: countsOf(fold.grounds.get(competency)),
    judgement: judgementBeside(fold, parameters, competency, today),
  })
}

/** The last local day through which time changes nothing of an estimate. */
export function steadyUntil(fold: StudentFold, competency: string): number {
  const lastDays = [fold.tracer, fold.answersOnly].flatMap(
    (state) => state?.competencies.get(competency)?.lastDay ?? [],
  )
  return Math.min(...lastDays) + STEADY_DAYS
}

const countsOf = (grounds: Grounds | undefined): EvidenceCounts => ({
  firstTries: grounds?.firstTries ?? 0,
  questions: grounds?.questions.length ?? 0,
  judgements: grounds?.judgements ?? 0,
  newestDay: grounds?.newestDay ?? null,
})

function judgementBeside(
  fold: StudentFold,
  parameters: TracerParameters,
  competency: string,
  today: number,
): JudgementBesideAnswers | null {
  const grounds = fold.grounds.get(competency)
  if (!fold.answersOnly || !grounds || grounds.newestJudgement === null) return null
  const { interval } = readOut(fold.answersOnly, parameters, competency, today)
  return { judgement: grounds.newestJudgement, answers: grounds.answers, interval }
}
