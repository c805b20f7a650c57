import type { Context } from '../../platform/context.ts'
import { listLostGenerations, lockGeneration, settleGeneration } from '../store/generations.ts'
import { deleteEmptyQuiz } from './delete-empty-quiz.ts'

const PATIENCE_MS = 3_600_000

/** Ends generations whose errand was tried and failed to the last, so that nobody waits for them for ever. */
export async function settleLostGenerations(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - PATIENCE_MS)
  const lost = await ctx.systemTransaction((tx) => listLostGenerations(tx, before))
  for (const { id, school_id } of lost) {
    await ctx.schoolTransaction(school_id, async (tx) => {
      const generation = await lockGeneration(tx, id)
      if (generation?.state !== 'queued' && generation?.state !== 'running') return
      const failure = 'The quiz could not be made. Try again.'
      await settleGeneration(tx, id, { state: 'failed', failure }, ctx.now)
      await deleteEmptyQuiz(tx, generation.quiz_id)
    })
  }
}
