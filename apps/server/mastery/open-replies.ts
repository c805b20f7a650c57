import type { StoredReply } from '../evidence/index.ts'
import type { Estimate } from './estimate.ts'

/** Why a state is `contested`: the student said otherwise, and nothing has settled it. */
export const REPLY_OPEN = 'reply_open'

/**
 * What stands of a student's replies, the oldest first: of each claim the newest, and of replies to a piece
 * of evidence those whose piece counts. `counts` says so of the piece of an event.
 */
export function standingReplies(
  replies: readonly StoredReply[],
  counts: (reply: StoredReply) => boolean = ({ evidence_id }) => evidence_id !== null,
): StoredReply[] {
  const newest = new Map(replies.map((reply) => [claimOf(reply), reply]))
  return [...newest.values()].filter((reply) => reply.about_event_id === null || counts(reply))
}

const claimOf = ({ student_id, competency_id, about_event_id }: StoredReply): string =>
  `${student_id} ${competency_id} ${about_event_id ?? 'estimate'}`

/** Competencies, as `{student_id}~{competency_id}`, whose estimate a standing reply contests. */
export const contestedBy = (standing: readonly StoredReply[]): ReadonlySet<string> =>
  new Set(
    standing
      .filter(({ stance }) => stance !== 'this_is_me')
      .map(({ student_id, competency_id }) => `${student_id}~${competency_id}`),
  )

/** The estimate with the reply to it: a value becomes contested and stays; where there is none, none is. */
export function withOpenReply(estimate: Estimate, isOpen: boolean): Estimate {
  if (!isOpen) return estimate
  const state = estimate.value === null ? estimate.state : 'contested'
  return { ...estimate, state, state_reasons: [...estimate.state_reasons, REPLY_OPEN] }
}
