import { z } from 'zod'
import { endpoint, Id, Instant, PageQuery, page, Share } from './endpoint.ts'
import { Intake, IntakeReply } from './evidence.ts'

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
    permission: 'see_student',
    refusals: ['not_found', 'reason_needed'],
  }),
  listEvidence: endpoint({
    method: 'GET',
    path: '/mastery/evidence',
    summary: 'The evidence under one estimate, newest first, with the effect of each piece',
    query: z.object({ ...PageQuery, student_id: Id, competency_id: Id }),
    reply: EvidenceList,
    permission: 'see_student',
    refusals: ['not_found', 'reason_needed', 'cursor_expired'],
  }),
}
