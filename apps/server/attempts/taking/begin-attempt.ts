import type { AssignmentSettings } from '@waymark/contract/attempts-shapes.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { serverEvent } from '../attempt-event.ts'
import { emptyResponse } from '../responses.ts'
import { hashSnapshot, makeSnapshot, type VersionedQuestion } from '../snapshot.ts'
import { insertAttempt, type NewAttempt } from '../store/attempts.ts'
import { insertWriter } from '../store/devices.ts'
import { insertEvents } from '../store/events.ts'
import { insertResponses } from '../store/responses.ts'

export interface Beginning {
  school_id: string
  assignment_id: string | null
  quiz_id: string
  quiz_version: number
  student_id: string
  attempt_number: number
  deadline_at: Date | null
  settings: AssignmentSettings
  questions: readonly VersionedQuestion[]
  device: { device_id: string; device_label: string }
}

const SHUFFLE_KEY_BYTES = 8

/** Freezes what the attempt is made of and writes its first rows. */
export async function beginAttempt(ctx: Context, tx: Tx, beginning: Beginning): Promise<NewAttempt> {
  const { quiz_version, settings, questions, device, ...facts } = beginning
  const shuffleKey = Buffer.from(ctx.newBytes(SHUFFLE_KEY_BYTES)).toString('hex')
  const snapshot = makeSnapshot(quiz_version, questions, settings, shuffleKey)
  const attempt: NewAttempt = {
    ...facts,
    id: ctx.newId(),
    is_preview: facts.assignment_id === null,
    snapshot,
    snapshot_hash: hashSnapshot(snapshot),
    writer_device_id: device.device_id,
    writer_epoch: 1,
    started_at: ctx.now,
    event_count: 0,
  }
  await insertAttempt(tx, attempt)
  await insertWriter(
    tx,
    attempt,
    { device_id: device.device_id, label: device.device_label, epoch: 1 },
    ctx.now,
  )
  await insertResponses(tx, attempt, snapshot.questions.map(emptyResponse))
  const act = { type: 'started' as const, payload: { ...device, snapshot_hash: attempt.snapshot_hash } }
  await insertEvents(tx, attempt, [serverEvent(1, 1, null, act, ctx.now)])
  return attempt
}
