import type { Role } from '@waymark/contract/permissions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertAuditRows } from '../store/audit.ts'

/** Something worth telling an inspector. Details hold ids and small facts, never names, answers or secrets. */
export interface AuditEntry {
  /** Subject and what happened to it: `student.opened`, `sign_in.failed`, `quiz.published`. */
  action: string
  subject_type: string
  subject_id: string | null
  /** Whose record was touched, when it is one student's. */
  student_id?: string | null
  details?: Record<string, unknown>
  /** Where no viewer is: sign-in, jobs, the command line. */
  school_id?: string
  actor?: { userId: string; role: Role } | null
}

/**
 * Writes to the school's audit log in the request's own transaction; the sealer chains it within a second.
 * Reading one student's record as `….opened` is shown to that student.
 */
export async function audit(ctx: Context, tx: Tx, entry: AuditEntry): Promise<void> {
  const schoolId = entry.school_id ?? ctx.viewer?.schoolId
  if (!schoolId) throw new Error(`The audit entry ${entry.action} names no school.`)
  const actor = entry.actor === undefined ? ctx.viewer : entry.actor
  await insertAuditRows(tx, [
    {
      id: ctx.newId(),
      school_id: schoolId,
      happened_at: ctx.now,
      actor_id: actor?.userId ?? null,
      actor_role: actor?.role ?? null,
      action: entry.action,
      subject_type: entry.subject_type,
      subject_id: entry.subject_id,
      student_id: entry.student_id ?? null,
      reason: ctx.accessReason,
      details: entry.details ?? {},
      request_id: ctx.requestId,
    },
  ])
}
