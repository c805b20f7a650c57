import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { serverEvent } from '../attempt-event.ts'
import { hashSnapshot, makeSnapshot, type VersionedQuestion } from '../snapshot.ts'
import type { AttemptRecord, NewAttempt } from '../store/attempts.ts'
import { insertBeginning } from '../store/beginning.ts'
import { rememberAttempt } from '../store/known-attempts.ts'

export interface Beginning {
  school_id: string
  assignment_id: string | null
  quiz_id: string
  quiz: { title: string; version: number }
  student_id: string
  attempt_number: number
  deadline_at: Date | null
  settings: AssignmentSettings
  questions: readonly VersionedQuestion[]
  device: { device_id: string; device_label: string }
}

const SHUFFLE_KEY_BYTES = 8

/** Freezes what the attempt is made of and writes its first rows. */
export async function beginAttempt(ctx: Context, tx: Tx, beginning: Beginning): Promise<AttemptRecord> {
  const { quiz, settings, questions, device, ...facts } = beginning
  const shuffleKey = Buffer.from(ctx.newBytes(SHUFFLE_KEY_BYTES)).toString('hex')
  const snapshot = makeSnapshot(quiz, questions, settings, shuffleKey)
  const attempt: NewAttempt = {
    ...facts,
    id: ctx.newId(),
    is_preview: facts.assignment_id === null,
    snapshot,
    snapshot_hash: hashSnapshot(snapshot),
    writer_device_id: device.device_id,
    writer_epoch: 1,
    started_at: ctx.now,
    event_count: 1,
  }
  const act = { type: 'started' as const, payload: { ...device, snapshot_hash: attempt.snapshot_hash } }
  await insertBeginning(tx, attempt, device, serverEvent(1, 1, null, act, ctx.now))
  rememberAttempt(attempt)
  return { ...attempt, ...notEnded }
}

const notEnded = {
  status: 'in_progress',
  ended_by: null,
  ended_at: null,
  share: null,
  score: null,
  max_score: null,
  answered_count: null,
  pending_count: null,
  seconds_active: null,
} as const
