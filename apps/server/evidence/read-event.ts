import { createHash } from 'node:crypto'
import {
  EventEnvelope,
  type EventType,
  eventTypeAliases,
  eventTypes,
  fieldsOfTheServer,
  LARGEST_DATA,
  ROSTER_SYSTEM,
  StudentRef,
} from '@waymark/contract/evidence.ts'
import type { RefusalCode } from '@waymark/contract/refusals.ts'
import {
  absolute,
  compare,
  divide,
  fromDecimal,
  readFraction,
  subtract,
} from '@waymark/science/marking/fraction.ts'
import type { ZodError } from 'zod'
import { canonicalJson } from '../platform/canonical-json.ts'
import type { EventWarning, LearningEvent } from './learning-event.ts'

/** Why an event is not taken: a code, a sentence and the field. */
export interface Rejection {
  code: Extract<RefusalCode, 'invalid' | 'not_found' | 'forbidden' | 'event_id_conflict'>
  message: string
  pointer?: string
}

export type ReadEvent =
  | { event: LearningEvent; type: EventType; bodyHash: string; warnings: EventWarning[] }
  | { rejection: Rejection }

/** Students within the sender's reach by their ids in the school's roster. */
export type RosterIds = ReadonlyMap<string, string>

/**
 * Reads one event as it was sent: envelope, student, type, data, size. Looks at nothing but the event itself
 * and the roster's ids that were looked up for it.
 */
export function readEvent(raw: unknown, roster: RosterIds = new Map()): ReadEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return invalid('', 'must be an object')
  const sent = sendersFields(raw as Record<string, unknown>)
  const envelope = EventEnvelope.safeParse(sent)
  if (!envelope.success) return firstProblem(envelope.error, '')
  const { event_version, occurred_at, student_ref: _, ...fields } = envelope.data
  const student = studentOf(envelope.data, roster)
  if (typeof student !== 'string') return student
  const event_type = eventTypeAliases[fields.event_type] ?? fields.event_type
  const versions: Record<number, EventType> | undefined = Object.hasOwn(eventTypes, event_type)
    ? eventTypes[event_type as keyof typeof eventTypes]
    : undefined
  if (!versions) return invalid('/event_type', 'is not a type of event known here')
  const type = versions[event_version]
  if (!type) return invalid('/event_version', 'is not a version of this type known here')
  const data = type.data.safeParse(fields.data)
  if (!data.success) return firstProblem(data.error, '/data')
  if (Buffer.byteLength(JSON.stringify(fields.data)) > LARGEST_DATA)
    return invalid('/data', `must be at most ${LARGEST_DATA} bytes`)
  const read = {
    ...fields,
    student_id: student,
    event_type,
    event_version,
    occurred_at: new Date(occurred_at),
    data: data.data,
  }
  const event = read as LearningEvent
  return { event: withoutFalseFraction(event), type, bodyHash: hashBody(sent), warnings: warningsOf(event) }
}

/** The roster's id under which an event names its student; null for one that names none so, or in no known way. */
export function rosterIdIn(raw: unknown): string | null {
  const sent = typeof raw === 'object' && raw !== null && 'student_ref' in raw ? raw.student_ref : null
  const ref = StudentRef.safeParse(sent)
  return ref.success && ref.data.system === ROSTER_SYSTEM ? ref.data.id : null
}

function studentOf(
  { student_id, student_ref }: Pick<EventEnvelope, 'student_id' | 'student_ref'>,
  roster: RosterIds,
): string | { rejection: Rejection } {
  if (student_id !== undefined && student_ref !== undefined)
    return invalid('/student_ref', 'does not go with "student_id"')
  if (student_id !== undefined) return student_id
  if (student_ref === undefined) return invalid('/student_id', 'must name the student')
  if (student_ref.system !== ROSTER_SYSTEM)
    return invalid('/student_ref/system', `must be "${ROSTER_SYSTEM}", whose ids this school keeps`)
  return roster.get(student_ref.id) ?? invalid('/student_ref/id', 'is not known to the roster here')
}

/** SHA-256 (hex) of the canonical JSON (RFC 8785). */
export const hashBody = (sent: unknown): string =>
  createHash('sha256').update(canonicalJson(sent), 'utf8').digest('hex')

/** What the sender may say: the server's own fields are taken off, `timestamp` stands for `occurred_at`. */
function sendersFields(raw: Record<string, unknown>): Record<string, unknown> {
  const fields = new Map(Object.entries(raw))
  for (const name of fieldsOfTheServer) fields.delete(name)
  if (fields.has('timestamp') && !fields.has('occurred_at')) {
    fields.set('occurred_at', fields.get('timestamp'))
    fields.delete('timestamp')
  }
  return Object.fromEntries(fields)
}

function invalid(pointer: string, message: string): { rejection: Rejection } {
  return { rejection: { code: 'invalid', pointer: pointer || '/', message } }
}

function firstProblem(error: ZodError, base: string): { rejection: Rejection } {
  const [issue] = error.issues
  if (!issue) return invalid(base, 'will not do')
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...issue.path, ...unknown].map((part) => `/${String(part).slice(0, 100)}`).join('')
  return invalid(base + path, unknown.length > 0 ? 'is not a field known here' : issue.message.slice(0, 300))
}

// ── numbers the sender worked out ────────────────────────────────────────

const DERIVED_TOLERANCE = fromDecimal(0.01)
const VERY_LOW = 0.1

/** Warnings never refuse: the event counts, by its raw numbers. */
function warningsOf(event: LearningEvent): EventWarning[] {
  const warnings: EventWarning[] = []
  if (hasFalseFraction(event)) warnings.push('derived_mismatch')
  if (
    event.event_type === 'quiz.completed' &&
    event.data.questions_correct / event.data.questions_total < VERY_LOW
  )
    warnings.push('very_low_result')
  return warnings
}

function hasFalseFraction(event: LearningEvent): boolean {
  if (event.event_type !== 'response.marked' || event.data.fraction === undefined) return false
  const { score, max_score } = event.data
  const said = readFraction(event.data.fraction)
  const meant = divide(fromDecimal(score), fromDecimal(max_score))
  return said === null || compare(absolute(subtract(said, meant)), DERIVED_TOLERANCE) > 0
}

function withoutFalseFraction(event: LearningEvent): LearningEvent {
  if (event.event_type !== 'response.marked' || !hasFalseFraction(event)) return event
  const { fraction: _, ...data } = event.data
  return { ...event, data }
}
