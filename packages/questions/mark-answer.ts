import {
  fraction,
  fractionText,
  multiply,
  printFraction,
  roundFraction,
} from '@waymark/science/marking/fraction.ts'
import { feedbackFor, feedbackForBlank, feedbackWhilePending } from './feedback.ts'
import type { Finding } from './finding.ts'
import type { AnyKind, Awarded, Marking } from './kind.ts'
import type { Circumstances, Mark } from './mark.ts'
import type { Question } from './question.ts'
import { isBlank } from './read-answer.ts'
import { kindOf } from './registry.ts'
import { outcomeOf } from './text-key.ts'

/**
 * Marks an answer that was read by `readAnswer` (null for a blank one). Pure: the same input gives the same
 * mark. Answers only a person can mark come back `pending`, with no fraction.
 */
export function markAnswer(question: Question, answer: unknown, circumstances: Circumstances): Mark {
  const kind = kindOf(question)
  if (isBlank(question, answer)) {
    const base = unmarked(kind, question, feedbackForBlank())
    return { ...base, fraction: '0', score: 0, outcome: 'not_answered' }
  }
  const { marker } = kind
  if (marker.by === 'rule') {
    return marked(kind, question, marker.mark(question.content, answer), circumstances)
  }
  const pending = unmarked(kind, question, feedbackWhilePending(kind, question))
  return { ...pending, details: { parts: [], reasons: marker.reasons(question.content, answer) } }
}

/**
 * The mark for what a teacher awarded to an answer that is not blank; `comment` stands before the other
 * feedback. Missing, unknown or impossible awards come back as findings below `/parts`. Throws for a kind
 * that is marked by rule.
 */
export function markByTeacher(
  question: Question,
  awarded: Awarded,
  circumstances: Circumstances,
  comment?: string,
): { mark: Mark } | { findings: Finding[] } {
  const kind = kindOf(question)
  if (kind.marker.by === 'rule') throw new Error(`${kind.code} is marked by rule`)
  const marking = kind.marker.award(question.content, awarded)
  if ('findings' in marking) return marking
  const texts = comment === undefined ? marking.texts : [comment, ...marking.texts]
  return { mark: { ...marked(kind, question, { ...marking, texts }, circumstances), marker: 'human' } }
}

function marked(kind: AnyKind, question: Question, marking: Marking, circumstances: Circumstances): Mark {
  const outcome = outcomeOf(marking.fraction)
  const score = multiply(fraction(question.points), marking.fraction)
  const figures = {
    score: printFraction(score, 2).replace(/\.?0+$/, ''),
    total: marking.total,
    correct: marking.correct,
  }
  return {
    ...unmarked(kind, question, feedbackFor(kind, question, outcome, marking, figures, circumstances)),
    fraction: fractionText(marking.fraction),
    score: roundFraction(score, 2),
    outcome,
    details: { parts: marking.parts, reasons: marking.reasons },
  }
}

function unmarked(kind: AnyKind, question: Question, feedback: string[]): Mark {
  return {
    marker: 'rule',
    marker_version: `${kind.code}@${kind.markerVersion}`,
    fraction: null,
    score: null,
    max_score: question.points,
    outcome: 'pending',
    feedback,
    details: { parts: [], reasons: [] },
    degraded_reasons: [],
  }
}
