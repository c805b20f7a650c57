import type { ClaimReply, PostedReply } from '@waymark/contract/mastery.ts'
import type { z } from 'zod'
import { admitEvents, recordEvents } from '../evidence/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import { Refused } from '../platform/refused.ts'
import { foldStudent } from './fold-student.ts'

/**
 * The viewer's word on a claim about themselves. It enters the log as the learning event `reply.posted`, and
 * from then on stands beside the claim; any stance but `this_is_me` makes the estimate contested at once.
 * Nothing is left to be folded later, so that no screen says that more is coming.
 */
export async function replyToClaim(
  ctx: Context,
  claimId: string,
  { stance, text }: z.output<typeof ClaimReply>,
): Promise<z.output<typeof PostedReply>> {
  const { userId, schoolId } = whoIs(ctx)
  const claim_id = claimId.toLowerCase()
  const claim = claim_id.includes('~') ? { estimate_id: claim_id } : { evidence_id: claim_id }
  const event = {
    event_id: ctx.newId(),
    event_type: 'reply.posted',
    student_id: userId,
    occurred_at: ctx.now.toISOString(),
    source: 'web',
    data: { ...claim, stance, text },
  }
  await ctx.transaction(async (tx) => {
    const [admission] = await admitEvents(ctx, tx, [event])
    // The event is our own making: all that can be wrong with it is whose claim it names.
    if (!admission || 'rejection' in admission) throw new Refused('not_found')
    await recordEvents(ctx, tx, { schoolId, actor: { type: 'student', id: userId } }, [admission])
    await foldStudent(ctx, tx, { id: userId, schoolId })
  })
  return { event_id: event.event_id, claim_id, stance, text, posted_at: event.occurred_at }
}
