import { z } from 'zod'
import { endpoint, Id, Instant, PageQuery, page, Share } from './endpoint.ts'
import { EstimateId, Intake, IntakeReply, ReplyWords, stances } from './evidence.ts'

export const Standing = z.enum(['secure', 'learning', 'gap'])
export const EstimateState = z.enum(['known', 'contested', 'not_enough_evidence'])
/** 80 %. */
export const Interval = z.object({ low: Share, high: Share })
export const WouldSettle = z.object({
  kind: z.enum(['question', 'judgement']),
  text: z.string(),
  competency_id: Id,
  count: z.number().int(),
})

/** Value fields are null in the state `not_enough_evidence`. */
const value = {
  probability: Share.nullable(),
  interval: Interval.nullable(),
  standing: Standing.nullable(),
  state: EstimateState,
}

/**
 * What a student knows of one competency: the probability of answering a typical question on it rightly,
 * next time, unaided. The composite (`mastery_score`, levels, components) is another estimate and not here.
 */
export const Estimate = z.object({
  competency_id: Id,
  title: z.string(),
  ...value,
  state_reasons: z.array(z.string()),
  would_settle: z.array(WouldSettle),
  /** The value on the day of the newest evidence, where only time has passed since. */
  last_known: z.object({ probability: Share, interval: Interval, standing: Standing }).nullable(),
  /** Pieces of active evidence that weigh something. */
  evidence_count: z.number().int(),
  /** The school's day of the newest one. */
  newest_evidence_on: z.iso.date().nullable(),
})

/** What every answer about a student's estimates carries. `version` counts each change of that student. */
export const EstimateFacts = z.object({
  version: z.number().int(),
  as_of: Instant,
  model_version: z.string(),
  formula_version: z.string(),
  /** `not_yet_folded`: evidence has arrived that these estimates do not show yet. */
  degraded_reasons: z.array(z.enum(['not_yet_folded'])),
})

export const MasteryQuery = z.strictObject({
  student_id: Id,
  competency_id: Id.optional(),
  /** Wait shortly for this version. */
  min_version: z.number().int().min(0).optional(),
})
export const Mastery = EstimateFacts.extend({ student_id: Id, competencies: z.array(Estimate) })

/** One piece of evidence and what it did. */
export const EvidenceRow = z.object({
  evidence_id: Id,
  event_id: Id,
  kind: z.enum(['answer', 'judgement']),
  value: Share,
  weight: z.number(),
  /** Change of z, the log-odds of the probability; null for a piece that is not active. */
  effect: z.number().nullable(),
  occurred_at: Instant,
  source: z.string(),
  marker: z.enum(['rule', 'code', 'model', 'human', 'external']),
  try_no: z.number().int(),
  help: z.enum(['none', 'hints', 'revealed']),
  /** What the student gave, at most 300 characters. */
  excerpt: z.string().nullable(),
  reason: z.string(),
  status: z.enum(['active', 'superseded', 'excluded', 'expired']),
  superseded_by: Id.nullable(),
  superseded_reason: z.string().nullable(),
  /** The page of the answer itself. */
  href: z.string().nullable(),
})
export const EvidenceList = page(EvidenceRow).extend({
  ...EstimateFacts.shape,
  /** Pieces that are there but that the viewer may not see yet. */
  hidden_count: z.number().int(),
  /** Change of z by answers on other competencies, so that all effects add up. */
  effect_of_other_evidence: z.number(),
})

// ── changes: answers taken out of the evidence, and put back ─────────────
export const changeReasons = ['key_fixed', 'appeal', 'remarked', 'voided'] as const
const Count = z.number().int()

/** Which answers shall no longer count, and why. `dry_run` first lists what that would change. */
export const RecomputeRequest = z
  .strictObject({
    dry_run: z.boolean(),
    mark_ids: z.array(Id).max(1000).default([]),
    /** All answers to these, as far as the caller's reach goes. */
    question_version_ids: z.array(Id).max(100).default([]),
    reason: z.enum(changeReasons),
    /** The `preview` of the dry run: applying is refused when other answers would go by now. */
    preview: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ mark_ids, question_version_ids }) => mark_ids.length + question_version_ids.length > 0, {
    message: 'must name marks or question versions',
    path: ['mark_ids'],
  })

const EstimatePosition = z.object({ ...value, state_reasons: z.array(z.string()), evidence_count: Count })
/** One estimate that a change moves. */
export const EstimateMove = z.object({
  student_id: Id,
  competency_id: Id,
  title: z.string(),
  before: EstimatePosition,
  after: EstimatePosition,
  /** Of the probability; null where there is none before or after. */
  direction: z.enum(['up', 'down', 'same']).nullable(),
})
/** `change_id` is null for a dry run. */
export const Recomputed = z.object({
  change_id: Id.nullable(),
  preview: z.string(),
  reason: z.enum(changeReasons),
  student_count: Count,
  answer_count: Count,
  moves: z.array(EstimateMove),
})
export const MasteryChange = z.object({
  change_id: Id,
  state: z.enum(['applying', 'applied', 'undoing', 'undone']),
  reason: z.enum(changeReasons),
  student_count: Count,
  answer_count: Count,
  /** Students for whom the present state is reached. */
  done_count: Count,
  made_at: Instant,
  undone_at: Instant.nullable(),
  /** Until then it can be undone. */
  undo_until: Instant,
})

// ── replies to claims ────────────────────────────────────────────────────
/** A claim is an estimate, `{student_id}~{competency_id}`, or a piece of evidence by its id. */
export const ClaimId = z.union([Id, EstimateId])
export const ClaimReply = z.strictObject(ReplyWords)
export const PostedReply = z.object({
  event_id: Id,
  claim_id: z.string(),
  stance: z.enum(stances),
  text: z.string(),
  posted_at: Instant,
})

const change = z.object({ change_id: Id })

export const endpoints = {
  ingestEvents: endpoint({
    method: 'POST',
    path: '/mastery/ingest',
    summary: 'Take in one learning event, or up to 1,000; a repeat changes nothing',
    body: Intake,
    reply: IntakeReply,
    status: 202,
    permission: 'send_events',
    refusals: ['invalid', 'not_found', 'forbidden', 'event_id_conflict', 'too_large'],
    bodyLimit: 5 * 1024 * 1024,
  }),
  queryMastery: endpoint({
    method: 'POST',
    path: '/mastery/query',
    summary: 'What a student knows, per competency, and how sure that is',
    body: MasteryQuery,
    reply: Mastery,
    permission: 'see_mastery',
    refusals: ['not_found', 'reason_needed'],
  }),
  listEvidence: endpoint({
    method: 'GET',
    path: '/mastery/evidence',
    summary: 'The evidence under one estimate, newest first, with the effect of each piece',
    query: z.object({ ...PageQuery, student_id: Id, competency_id: Id }),
    reply: EvidenceList,
    permission: 'see_mastery',
    refusals: ['not_found', 'reason_needed', 'cursor_expired'],
  }),
  recompute: endpoint({
    method: 'POST',
    path: '/mastery/recompute',
    summary: 'Take answers out of the evidence: first what would change, then the change itself',
    body: RecomputeRequest,
    reply: Recomputed,
    permission: 'recompute',
    refusals: ['invalid', 'not_found', 'reason_needed', 'preview_stale', 'too_large'],
    rate: 'recompute',
  }),
  showMasteryChange: endpoint({
    method: 'GET',
    path: '/mastery/changes/{change_id}',
    summary: 'How far a change of the evidence has got',
    params: change,
    reply: MasteryChange,
    permission: 'recompute',
    refusals: ['not_found'],
  }),
  undoMasteryChange: endpoint({
    method: 'POST',
    path: '/mastery/changes/{change_id}/undo',
    summary: 'Let the answers of a change count again; for 30 days',
    params: change,
    reply: MasteryChange,
    status: 202,
    permission: 'recompute',
    refusals: ['not_found', 'wrong_state'],
  }),
  replyToClaim: endpoint({
    method: 'POST',
    path: '/claims/{claim_id}/reply',
    summary: 'Say to a claim about oneself: this is me, not me, or it is more complicated',
    params: z.object({ claim_id: ClaimId }),
    body: ClaimReply,
    reply: PostedReply,
    status: 201,
    permission: 'reply',
    refusals: ['invalid', 'not_found'],
  }),
}
