import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'

/** Refuses what no assignment may have: an end before its beginning, feedback the installation switched off. */
export function refuseSettings(
  ctx: Pick<Context, 'config'>,
  settings: AssignmentSettings,
  window: { from: string | Date; until: string | Date | null },
): void {
  if (window.until !== null && new Date(window.until) <= new Date(window.from))
    throw new Refused('invalid', { pointer: '/available_until', reason: 'must_be_after_available_from' })
  if (settings.feedback_mode === 'immediate' && !ctx.config.ENABLE_IMMEDIATE_FEEDBACK)
    throw new Refused('invalid', { pointer: '/settings/feedback_mode', reason: 'switched_off' })
}
