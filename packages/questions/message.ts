import { readFraction, roundFraction } from '@waymark/science/marking/fraction.ts'
import type { Score } from './quiz.ts'

/** The message at the end of a quiz (01 §11, 03 §10). */
export interface FinalMessage {
  /** 1 is the top band; null while a mark is pending and where there is nothing to score. */
  band: 1 | 2 | 3 | 4 | null
  text: string
}

const bands = [
  { from: 0.8, band: 1, text: 'You know this well. Next: something that stretches you.' },
  { from: 0.6, band: 2, text: 'You have most of this. One or two ideas to tighten.' },
  { from: 0.4, band: 3, text: 'You have a start on this. The notes below show the next steps.' },
  {
    from: 0,
    band: 4,
    text: 'Thank you for sticking with it. This topic is hard at first. Your teacher will go over it with you.',
  },
] as const

/** By score ÷ maximum rounded to 3 decimals: .7995 is in the top band, .7994 in the second. */
export function finalMessage(total: Score): FinalMessage {
  if (total.pending > 0) return { band: null, text: soFar(total) }
  const exact = total.fraction === null ? null : readFraction(total.fraction)
  if (!exact) return { band: null, text: 'Thank you. Your answers are saved.' }
  const share = roundFraction(exact, 3)
  const { band, text } = bands.find(({ from }) => share >= from) ?? bands[3]
  return { band, text }
}

function soFar({ score, max_score, pending }: Score): string {
  const waiting = pending === 1 ? 'one answer is' : `${pending} answers are`
  return `${score} of ${max_score} so far, ${waiting} with your teacher.`
}
