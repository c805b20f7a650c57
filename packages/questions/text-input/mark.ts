import type { Marking } from '../kind.ts'
import { matchText, outcomeOf } from '../text-key.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'

/** The first rule of the text key that applies. */
export function mark(content: Content, answer: Answer): Marking {
  const match = matchText(content, answer.text)
  const outcome = outcomeOf(match.fraction)
  return {
    fraction: match.fraction,
    parts: [{ part_id: 'text', outcome, misconception_id: null }],
    reasons: [match.reason],
    texts: match.feedback === null ? [] : [match.feedback],
    correct: outcome === 'correct' ? 1 : 0,
    total: 1,
  }
}
