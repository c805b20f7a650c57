import { competencyOfEstimate, type Stance } from '@waymark/contract/evidence.ts'
import {
  clampToUnit,
  divide,
  type Fraction,
  fractionText,
  fromDecimal,
  printFraction,
  readFraction,
} from '@waymark/science/marking/fraction.ts'
import {
  evidenceWeight,
  JUDGEMENT_MARKS,
  JUDGEMENT_WEIGHT,
  type Marker,
} from '@waymark/science/mastery/evidence-weight.ts'
import { evidenceId } from './evidence-id.ts'
import type { Admitted, LearningEvent } from './learning-event.ts'

/** The rules by which events become evidence. A rule that gives other evidence gets the next number. */
export const ANSWER_RULE = 'answer/1'
export const JUDGEMENT_RULE = 'judgement/1'

export const EXCERPT_LENGTH = 300

/** What an event says about one competency of its student. */
export interface Piece {
  id: string
  event_id: string
  student_id: string
  competency_id: string
  rule: string
  component: 'quiz' | 'none'
  /** Exact, 0–1, as `fractionText` writes it. */
  value: string
  weight: number
  item_id: string | null
  mark_id: string | null
  question_version_id: string | null
  attempt_id: string | null
  source: string
  occurred_at: Date
  marker: Marker
  try_no: number
  help: 'none' | 'hints' | 'revealed'
  excerpt: string | null
  reason: string
}

/** What ceases to count for a student: the answer under a mark, or all answers to a question version. */
export interface Withdrawal {
  student_id: string
  source: string
  subject: 'mark' | 'question_version'
  subject_id: string
  /** The event that takes it back, or the change that a person made. */
  cause_id: string
  reason: string
}

/** What a student says to a claim: to a piece of evidence, or to the estimate of a competency. */
export interface ClaimReply {
  event_id: string
  student_id: string
  claim: { evidence_id: string } | { competency_id: string }
  stance: Stance
  text: string
  occurred_at: Date
}

export interface Derived {
  pieces: Piece[]
  withdrawals: Withdrawal[]
  replies: ClaimReply[]
}

const nothing: Derived = { pieces: [], withdrawals: [], replies: [] }

/** Evidence of one event, by its type. Totals of a quiz and help alone say nothing to the tracer. */
export function derive({ event, excerpt }: Pick<Admitted, 'event' | 'excerpt'>): Derived {
  switch (event.event_type) {
    case 'response.marked':
      return { ...nothing, pieces: piecesOfAnswer(event, excerpt) }
    case 'judgement.given':
      return { ...nothing, pieces: [pieceOfJudgement(event)] }
    case 'mark.changed':
      return { ...nothing, withdrawals: [withdrawalOf(event, 'mark', event.data.mark_id)] }
    case 'question.voided': {
      const { question_version_id } = event.data
      return { ...nothing, withdrawals: [withdrawalOf(event, 'question_version', question_version_id)] }
    }
    case 'reply.posted':
      return { ...nothing, replies: [replyOf(event)] }
    default:
      return nothing
  }
}

type Of<T extends LearningEvent['event_type']> = Extract<LearningEvent, { event_type: T }>

/** A question with k competencies gives k pieces, each of the whole weight. */
function piecesOfAnswer(event: Of<'response.marked'>, excerpt: string | null): Piece[] {
  const { data } = event
  const { marker, revealed } = data
  const weight = evidenceWeight({ tryNo: data.try_no, hintsUsed: data.hints_used, revealed, marker })
  const help = revealed ? 'revealed' : data.hints_used > 0 ? 'hints' : 'none'
  return data.competencies.map(({ competency_id }) => ({
    ...factsOf(event),
    id: evidenceId(event.event_id, competency_id, ANSWER_RULE),
    competency_id,
    rule: ANSWER_RULE,
    component: 'quiz',
    value: fractionText(shareOf(data)),
    weight,
    item_id: data.question_id,
    mark_id: data.mark_id,
    question_version_id: data.question_version_id,
    marker,
    try_no: data.try_no,
    help,
    excerpt: excerpt === null || excerpt === '' ? null : shorten(excerpt),
    reason: reasonOfAnswer(data, help),
  }))
}

function pieceOfJudgement(event: Of<'judgement.given'>): Piece {
  const { competency_id, judgement } = event.data
  return {
    ...factsOf(event),
    id: evidenceId(event.event_id, competency_id, JUDGEMENT_RULE),
    competency_id,
    rule: JUDGEMENT_RULE,
    component: 'none',
    value: fractionText(fromDecimal(JUDGEMENT_MARKS[judgement])),
    weight: JUDGEMENT_WEIGHT,
    item_id: null,
    mark_id: null,
    question_version_id: null,
    marker: 'human',
    try_no: 1,
    help: 'none',
    excerpt: null,
    reason: `Judged ${judgement}.`,
  }
}

function withdrawalOf(
  event: Of<'mark.changed'> | Of<'question.voided'>,
  subject: Withdrawal['subject'],
  subject_id: string,
): Withdrawal {
  const { student_id, source, event_id } = event
  return { student_id, source, subject, subject_id, cause_id: event_id, reason: event.data.reason }
}

function replyOf({ event_id, student_id, occurred_at, data }: Of<'reply.posted'>): ClaimReply {
  const { evidence_id, estimate_id = '', stance, text } = data
  const claim =
    evidence_id === undefined ? { competency_id: competencyOfEstimate(estimate_id) } : { evidence_id }
  return { event_id, student_id, claim, stance, text, occurred_at }
}

const factsOf = ({ event_id, student_id, attempt_id, source, occurred_at }: LearningEvent) => ({
  event_id,
  student_id,
  attempt_id: attempt_id ?? null,
  source,
  occurred_at,
})

function shareOf({ fraction, score, max_score }: Of<'response.marked'>['data']): Fraction {
  const exact = fraction === undefined ? null : readFraction(fraction)
  return clampToUnit(exact ?? divide(fromDecimal(score), fromDecimal(max_score)))
}

const TRIES = ['First', 'Second', 'Third']

function reasonOfAnswer(
  { try_no, score, max_score }: Of<'response.marked'>['data'],
  help: Piece['help'],
): string {
  const which = TRIES[try_no - 1] ? `${TRIES[try_no - 1]} try` : `Try ${try_no}`
  const helped = { none: '', hints: ' with a hint', revealed: ' after the answer was shown' }[help]
  return `${which}${helped}: ${decimal(score)} of ${decimal(max_score)}.`
}

/** At most two decimals, none that are 0. */
const decimal = (x: number): string => String(Number(printFraction(fromDecimal(x), 2)))

function shorten(text: string): string {
  const characters = Array.from(text)
  return characters.length <= EXCERPT_LENGTH ? text : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`
}
