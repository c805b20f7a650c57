import { competencyOfEstimate, studentOfEstimate } from '@waymark/contract/evidence.ts'
import { listHeldBack } from '../attempts/index.ts'
import { listCompetencies } from '../library/index.ts'
import { findStudent, mapRosterIds, maySeeStudent } from '../people/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Admitted, type EventWarning, type LearningEvent, OWN_SOURCE } from './learning-event.ts'
import { type Rejection, type RosterIds, readEvent, rosterIdIn } from './read-event.ts'
import { whyMayNotSend, whyNotAtThisHour } from './rules.ts'
import { mapPieceSubjects } from './store/evidence-rows.ts'

export type Admission = (Admitted & { warnings: EventWarning[] }) | { rejection: Rejection }

/**
 * Reads events of the viewer and says of each whether it may be recorded: form, hour, what the role may
 * send, whose student it is, and whether the competencies are the school's and the claims the student's. In
 * the order they came.
 */
export async function admitEvents(ctx: Context, tx: Tx, sent: readonly unknown[]): Promise<Admission[]> {
  const roster = await rosterInReach(ctx, tx, sent)
  const read = sent.map((raw) => readForViewer(ctx, raw, roster))
  const events = read.flatMap((one) => ('event' in one ? one.event : []))
  const students = await studentsInReach(
    ctx,
    tx,
    events.map(({ student_id }) => student_id),
  )
  const competencies = new Set(
    (await listCompetencies(tx, events.flatMap(competenciesOf))).map(({ id }) => id),
  )
  const claims = await claimsInReach(ctx, tx, events)
  return read.map((one) => {
    if ('rejection' in one) return one
    const { event } = one
    if (!students.has(event.student_id)) return notFound('/student_id')
    const foreign = competenciesOf(event).findIndex((id) => !competencies.has(id))
    if (foreign !== -1) return notFound(pointerOfCompetency(event, foreign))
    const claim = foreignClaim(event, claims)
    return claim ? notFound(claim) : one
  })
}

function readForViewer(ctx: Context, raw: unknown, roster: RosterIds): Admission {
  const read = readEvent(raw, roster)
  if ('rejection' in read) return read
  const { event, type, bodyHash, warnings } = read
  const late = whyNotAtThisHour(event.occurred_at, ctx.now)
  if (late) return { rejection: { code: 'invalid', pointer: '/occurred_at', message: late } }
  if (event.source === OWN_SOURCE)
    return { rejection: { code: 'invalid', pointer: '/source', message: 'is the name of our own rooms' } }
  const forbidden = whyMayNotSend(whoIs(ctx).role, type)
  if (forbidden) return { rejection: { code: 'forbidden', pointer: '/event_type', message: forbidden } }
  return { event, bodyHash, warnings, excerpt: null }
}

/**
 * The students that events name by the roster's ids, as far as the viewer reaches: of others nothing may be
 * learnt by trying ids, not even from which field of an event is refused first.
 */
async function rosterInReach(ctx: Context, tx: Tx, sent: readonly unknown[]): Promise<RosterIds> {
  const named = await mapRosterIds(
    tx,
    sent.flatMap((raw) => rosterIdIn(raw) ?? []),
  )
  const students = await studentsInReach(ctx, tx, [...named.values()])
  return new Map([...named].filter(([, id]) => students.has(id)))
}

async function studentsInReach(
  ctx: Context,
  tx: Tx,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const inReach = new Set<string>()
  for (const id of new Set(studentIds)) if (await mayTellOf(ctx, tx, id)) inReach.add(id)
  return inReach
}

/** A service speaks of every student of its school; a person of those within reach. */
async function mayTellOf(ctx: Context, tx: Tx, studentId: string): Promise<boolean> {
  if (whoIs(ctx).role === 'service') return (await findStudent(tx, studentId)) !== null
  return maySeeStudent(tx, ctx, studentId)
}

/** Whose the pieces of evidence are that replies name; without those of work that is not released yet. */
async function claimsInReach(
  ctx: Context,
  tx: Tx,
  events: readonly LearningEvent[],
): Promise<ReadonlyMap<string, string>> {
  const named = events.flatMap((event) =>
    event.event_type === 'reply.posted' ? (event.data.evidence_id ?? []) : [],
  )
  const pieces = [...(await mapPieceSubjects(tx, named)).entries()]
  const held = await listHeldBack(
    ctx,
    tx,
    pieces.flatMap(([, { attempt_id }]) => attempt_id ?? []),
  )
  const open = pieces.filter(([, { attempt_id }]) => !held.has(attempt_id ?? ''))
  return new Map(open.map(([id, { student_id }]) => [id, student_id]))
}

/** The field of a reply whose claim is not one about its student; null where it is. */
function foreignClaim(event: LearningEvent, claims: ReadonlyMap<string, string>): string | null {
  if (event.event_type !== 'reply.posted') return null
  const { evidence_id, estimate_id = '' } = event.data
  if (evidence_id !== undefined)
    return claims.get(evidence_id) === event.student_id ? null : '/data/evidence_id'
  return studentOfEstimate(estimate_id) === event.student_id ? null : '/data/estimate_id'
}

function competenciesOf(event: LearningEvent): string[] {
  if (event.event_type === 'response.marked')
    return event.data.competencies.map(({ competency_id }) => competency_id)
  if (event.event_type === 'reply.posted')
    return event.data.estimate_id === undefined ? [] : [competencyOfEstimate(event.data.estimate_id)]
  return event.event_type === 'judgement.given' ? [event.data.competency_id] : []
}

function pointerOfCompetency(event: LearningEvent, index: number): string {
  if (event.event_type === 'response.marked') return `/data/competencies/${index}/competency_id`
  return event.event_type === 'reply.posted' ? '/data/estimate_id' : '/data/competency_id'
}

const notFound = (pointer: string): { rejection: Rejection } => ({
  rejection: { code: 'not_found', pointer, message: 'is not known here' },
})
