import { listCompetencies } from '../library/index.ts'
import { findStudent, maySeeStudent } from '../people/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Admitted, type EventWarning, type LearningEvent, OWN_SOURCE } from './learning-event.ts'
import { type Rejection, readEvent } from './read-event.ts'
import { maySend, whyNotAtThisHour } from './rules.ts'

export type Admission = (Admitted & { warnings: EventWarning[] }) | { rejection: Rejection }

/**
 * Reads events of the viewer and says of each whether it may be recorded: form, hour, what the role may
 * send, whose student it is, and whether the competencies are the school's. In the order they came.
 */
export async function admitEvents(ctx: Context, tx: Tx, sent: readonly unknown[]): Promise<Admission[]> {
  const read = sent.map((raw) => readForViewer(ctx, raw))
  const events = read.flatMap((one) => ('event' in one ? one.event : []))
  const students = await studentsInReach(ctx, tx, events)
  const competencies = new Set(
    (await listCompetencies(tx, events.flatMap(competenciesOf))).map(({ id }) => id),
  )
  return read.map((one) => {
    if ('rejection' in one) return one
    if (!students.has(one.event.student_id)) return notFound('/student_id')
    const foreign = competenciesOf(one.event).findIndex((id) => !competencies.has(id))
    return foreign === -1 ? one : notFound(pointerOfCompetency(one.event, foreign))
  })
}

function readForViewer(ctx: Context, raw: unknown): Admission {
  const read = readEvent(raw)
  if ('rejection' in read) return read
  const { event, type, bodyHash, warnings } = read
  const late = whyNotAtThisHour(event.occurred_at, ctx.now)
  if (late) return { rejection: { code: 'invalid', pointer: '/occurred_at', message: late } }
  if (event.source === OWN_SOURCE)
    return { rejection: { code: 'invalid', pointer: '/source', message: 'is the name of our own rooms' } }
  if (!maySend(whoIs(ctx).role, type))
    return {
      rejection: {
        code: 'forbidden',
        pointer: '/event_type',
        message: 'Events with a score do not come from a student.',
      },
    }
  return { event, bodyHash, warnings, excerpt: null }
}

async function studentsInReach(
  ctx: Context,
  tx: Tx,
  events: readonly LearningEvent[],
): Promise<ReadonlySet<string>> {
  const inReach = new Set<string>()
  for (const id of new Set(events.map(({ student_id }) => student_id)))
    if (await mayTellOf(ctx, tx, id)) inReach.add(id)
  return inReach
}

/** A service speaks of every student of its school; a person of those within reach. */
async function mayTellOf(ctx: Context, tx: Tx, studentId: string): Promise<boolean> {
  if (whoIs(ctx).role === 'service') return (await findStudent(tx, studentId)) !== null
  return maySeeStudent(tx, ctx, studentId)
}

function competenciesOf(event: LearningEvent): string[] {
  if (event.event_type === 'response.marked')
    return event.data.competencies.map(({ competency_id }) => competency_id)
  return event.event_type === 'judgement.given' ? [event.data.competency_id] : []
}

const pointerOfCompetency = (event: LearningEvent, index: number): string =>
  event.event_type === 'response.marked' ? `/data/competencies/${index}/competency_id` : '/data/competency_id'

const notFound = (pointer: string): { rejection: Rejection } => ({
  rejection: { code: 'not_found', pointer, message: 'is not known here' },
})
