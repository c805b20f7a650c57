import { Refused } from '../../platform/refused.ts'
import { type Act, type ReviewFacts, type ReviewState, reviewAfter } from './review-states.ts'

/** The state after an act; refuses what the review does not allow, with the findings that stand against it. */
export function requireAct(act: Act, facts: ReviewFacts, details: Record<string, unknown> = {}): ReviewState {
  const after = reviewAfter(act, facts)
  if (typeof after === 'string') return after
  throw new Refused(after.refused, {
    review_state: facts.review_state,
    quiz_status: facts.quiz_status,
    ...details,
  })
}
