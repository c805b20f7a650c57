import { fieldsOfTheServer, type Intake, type IntakeReply } from '@waymark/contract/evidence.ts'
import type { z } from 'zod'
import {
  type Admission,
  admitEvents,
  type Recorded,
  type Rejection,
  recordEvents,
} from '../evidence/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { foldStudent } from './fold-student.ts'

type Reply = z.output<typeof IntakeReply>
type Result = Reply['results'][number]
type Taken = Exclude<Admission, { rejection: Rejection }>

/**
 * Takes in one event, or a batch of which a bad one never blocks the rest. The answer comes after the events
 * are durable; a single one with `wait` after the estimates have moved.
 */
export async function ingestEvents(ctx: Context, body: z.output<typeof Intake>): Promise<Reply> {
  const { events, wait = false, ...single } = body
  if (events === undefined) return ingestOne(ctx, single, wait)
  const [stranger] = Object.keys(single).filter((name) => !isOfTheServer(name))
  if (stranger !== undefined || body.wait !== undefined)
    throw new Refused('invalid', { pointer: `/${stranger ?? 'wait'}`, message: 'does not go with "events"' })
  const taken = await ctx.transaction((tx) => admitAndRecord(ctx, tx, events))
  return {
    results: taken.map(({ admission, recorded }, index) => resultOf(admission, recorded, events[index])),
  }
}

const isOfTheServer = (name: string): boolean => (fieldsOfTheServer as readonly string[]).includes(name)

/** A single event that is not taken is refused as a whole. */
async function ingestOne(ctx: Context, raw: Record<string, unknown>, wait: boolean): Promise<Reply> {
  const [first] = await ctx.transaction((tx) => admitAndRecord(ctx, tx, [raw]))
  if (!first) throw new Error('one event has one result')
  const { admission, recorded } = first
  const result = resultOf(admission, recorded, raw)
  if ('rejection' in admission) throw refusalOf(admission.rejection)
  if (recorded === 'conflict') throw new Refused('event_id_conflict', { pointer: '/event_id' })
  if (!wait || result.status === 'duplicate') return { results: [result] }
  const student = { id: admission.event.student_id, schoolId: whoIs(ctx).schoolId }
  await ctx.transaction((tx) => foldStudent(ctx, tx, student))
  return { results: [{ ...result, status: 'completed' }] }
}

interface Outcome {
  admission: Admission
  recorded: Recorded | null
}

async function admitAndRecord(ctx: Context, tx: Tx, sent: readonly unknown[]): Promise<Outcome[]> {
  const { schoolId, userId, role } = whoIs(ctx)
  const admissions = await admitEvents(ctx, tx, sent)
  const admitted = admissions.filter((one): one is Taken => 'event' in one)
  const type = role === 'student' || role === 'teacher' ? role : 'service'
  const recorded = await recordEvents(ctx, tx, { schoolId, actor: { type, id: userId } }, admitted)
  const results = new Map(admitted.map((one, index) => [one, recorded[index] ?? null]))
  return admissions.map((admission) => ({
    admission,
    recorded: 'event' in admission ? (results.get(admission) ?? null) : null,
  }))
}

function refusalOf({ code, pointer, message }: Rejection): Refused {
  // What is out of reach is simply not there: no sentence tells more.
  if (code === 'not_found') return new Refused(code, { pointer })
  return new Refused(code, { pointer, message: code === 'invalid' ? `${pointer} ${message}` : message })
}

function resultOf(admission: Admission, recorded: Recorded | null, raw: unknown): Result {
  if ('rejection' in admission) {
    const { code, message, pointer } = admission.rejection
    const error = { error_code: code, message, ...(pointer === undefined ? {} : { pointer }) }
    return { event_id: idIn(raw), status: 'rejected', error, warnings: [] }
  }
  const { event, warnings } = admission
  if (recorded === 'conflict') {
    const error = {
      error_code: 'event_id_conflict',
      message: 'is of an event with other content',
      pointer: '/event_id',
    }
    return { event_id: event.event_id, status: 'rejected', error, warnings: [] }
  }
  return { event_id: event.event_id, status: recorded === 'duplicate' ? 'duplicate' : 'queued', warnings }
}

function idIn(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'event_id' in raw ? raw.event_id : null
  return typeof id === 'string' ? id.slice(0, 100) : null
}
