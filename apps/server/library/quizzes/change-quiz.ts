import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuizFor, lockQuizFor } from '../access.ts'
import { requireCompetencies } from '../review/read-sent-question.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { listOrder, replaceOrder } from '../store/question-order.ts'
import { countContentChange, replaceObjectives, updateQuiz } from '../store/quizzes.ts'
import { showQuiz } from './show-quiz.ts'

type Endpoints = typeof endpoints

export async function changeQuiz(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoints['changeQuiz']> & { ifMatch: IfMatch },
): Promise<Call<Endpoints['changeQuiz']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, viewer, params.quiz_id)
    requireRevision(ifMatch, quiz.revision, { yours: body, theirs: await showQuiz(tx, quiz) })
    const { objective_ids, title, year_group, duration_minutes, status } = body
    const stageIsOpen = quiz.status === 'draft' || quiz.status === 'review'
    if (quiz.status === 'archived' || (status !== undefined && !stageIsOpen))
      throw new Refused('wrong_state', { status: quiz.status })
    if (objective_ids) {
      await requireCompetencies(tx, objective_ids, '/objective_ids')
      await replaceObjectives(tx, quiz, [...new Set(objective_ids)])
    }
    const fields = {
      ...(title === undefined ? {} : { title }),
      ...(year_group === undefined ? {} : { year_group }),
      ...(duration_minutes === undefined ? {} : { duration_minutes }),
      ...(status === undefined ? {} : { status }),
    }
    await updateQuiz(tx, quiz.id, fields, ctx.now)
    return showQuiz(tx, await getQuizFor(tx, viewer, quiz.id))
  })
}

/** Another order of the same questions; each must be named exactly once. */
export async function reorderQuestions(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoints['reorderQuestions']> & { ifMatch: IfMatch },
): Promise<Call<Endpoints['reorderQuestions']>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await lockQuizFor(tx, viewer, params.quiz_id)
    const present = await listOrder(tx, quiz.id)
    requireRevision(ifMatch, quiz.revision, { yours: body, theirs: { question_order: present } })
    if (quiz.status === 'archived') throw new Refused('wrong_state', { status: quiz.status })
    const wanted = body.question_order
    const named = new Set(wanted)
    const isPermutation = wanted.length === present.length && present.every((id) => named.has(id))
    if (!isPermutation) throw new Refused('not_a_permutation', { pointer: '/question_order' })
    await replaceOrder(tx, quiz, wanted)
    await countContentChange(tx, quiz.id, ctx.now)
    return showQuiz(tx, await getQuizFor(tx, viewer, quiz.id))
  })
}
