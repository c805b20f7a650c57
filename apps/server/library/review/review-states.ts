/** The review of a question (02 §7) as pure rules: what may follow what. */

export type ReviewState = 'generated' | 'edited' | 'approved' | 'rejected'
type QuizStatus = 'draft' | 'review' | 'published' | 'archived'
export type Act = 'edit' | 'approve' | 'reject' | 'regenerate' | 'restore'

export interface ReviewFacts {
  review_state: ReviewState
  quiz_status: QuizStatus
  /** Whether the gate finds an error; asked for approving only. */
  has_errors?: boolean
  /** Asked for restoring only. */
  state_before_rejection?: Exclude<ReviewState, 'rejected'> | null
}

export type WhyNot = 'gate_failed' | 'wrong_state'

/** The state after an act, or why it cannot be done. */
export function reviewAfter(act: Act, facts: ReviewFacts): ReviewState | { refused: WhyNot } {
  if (facts.quiz_status === 'archived') return { refused: 'wrong_state' }
  switch (act) {
    case 'edit':
      return 'edited'
    case 'approve':
      if (facts.review_state === 'rejected' || facts.review_state === 'approved')
        return { refused: 'wrong_state' }
      return facts.has_errors ? { refused: 'gate_failed' } : 'approved'
    case 'reject':
      if (facts.review_state === 'rejected' || facts.quiz_status === 'published')
        return { refused: 'wrong_state' }
      return 'rejected'
    case 'regenerate':
      return facts.quiz_status === 'published' ? { refused: 'wrong_state' } : 'generated'
    case 'restore':
      if (facts.review_state !== 'rejected') return { refused: 'wrong_state' }
      // It comes back as it was, but an approval has to be given anew.
      return facts.state_before_rejection === 'generated' ? 'generated' : 'edited'
  }
}

/**
 * Whether an edit writes into the version itself. A frozen one stays for the attempts that hold it; what was
 * approved in a published quiz stays for students who start before the edit is approved.
 */
export function mayEditInPlace(facts: {
  frozen: boolean
  isApprovedVersion: boolean
  quiz_status: QuizStatus
}): boolean {
  return !facts.frozen && !(facts.isApprovedVersion && facts.quiz_status === 'published')
}

/** Why "approve all" leaves a question alone; null when it takes it. */
export function whyLeft(facts: {
  opened: boolean
  errors: number
  open_warnings: number
}): 'not_opened' | 'has_errors' | 'has_warnings' | null {
  if (!facts.opened) return 'not_opened'
  if (facts.errors > 0) return 'has_errors'
  return facts.open_warnings > 0 ? 'has_warnings' : null
}
