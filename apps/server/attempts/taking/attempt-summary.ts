import type { AttemptSummary } from '@waymark/contract/attempts/taking.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { triesAllowed } from '../rules.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import type { Device } from '../store/devices.ts'

/** An attempt as its student's device gets it; small, so that a start is one short reply. */
export function summaryOf(
  ctx: Pick<Context, 'now'>,
  attempt: AttemptRecord,
  devices: readonly Pick<Device, 'device_id' | 'label'>[],
): z.output<typeof AttemptSummary> {
  const { settings } = attempt.snapshot
  const writer = devices.find(({ device_id }) => device_id === attempt.writer_device_id)
  return {
    attempt_id: attempt.id,
    assignment_id: attempt.assignment_id,
    quiz_id: attempt.quiz_id,
    quiz_title: attempt.snapshot.quiz_title,
    attempt_number: attempt.attempt_number,
    is_preview: attempt.is_preview,
    status: attempt.status,
    ended_by: attempt.ended_by,
    question_count: attempt.snapshot.questions.length,
    started_at: attempt.started_at.toISOString(),
    deadline_at: attempt.deadline_at?.toISOString() ?? null,
    ended_at: attempt.ended_at?.toISOString() ?? null,
    server_time: ctx.now.toISOString(),
    snapshot_hash: attempt.snapshot_hash,
    bundle_url: `/api/v1/attempts/${attempt.id}/bundle?hash=${attempt.snapshot_hash}`,
    writer: {
      device_id: attempt.writer_device_id,
      device_label: writer?.label ?? '',
      epoch: attempt.writer_epoch,
    },
    feedback_mode: settings.feedback_mode,
    allow_hints: settings.allow_hints,
    tries_allowed: settings.feedback_mode === 'immediate' ? triesAllowed(settings) : null,
  }
}
