import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { lockQuestionFor } from '../access.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { listVersions } from '../store/question-versions.ts'
import { deleteQuestion as deleteStored } from '../store/questions.ts'
import { removeFromOrder } from './place-question.ts'
import { showQuestion } from './show-question.ts'

/** Deletes a question that no student has met; one that was met can be rejected or taken out of the quiz. */
export async function deleteQuestion(
  ctx: Context,
  { question_id }: { question_id: string },
  ifMatch: IfMatch,
): Promise<void> {
  const viewer = whoIs(ctx)
  await ctx.transaction(async (tx) => {
    const { quiz, stored } = await lockQuestionFor(tx, viewer, question_id)
    requireRevision(ifMatch, stored.revision, { yours: null, theirs: await showQuestion(tx, stored) })
    const versions = await listVersions(tx, stored.id)
    if (quiz.status === 'archived' || versions.some(({ frozen_at }) => frozen_at !== null))
      throw new Refused('in_use')
    await removeFromOrder(ctx, tx, quiz, stored.id)
    await deleteStored(tx, stored.id)
  })
}
