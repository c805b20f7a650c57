import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { listOrder, replaceOrder } from '../store/question-order.ts'
import { countContentChange, type Quiz } from '../store/quizzes.ts'

/** Puts a question into the order, at a place from 1 or at the end. */
export async function placeQuestion(
  ctx: Context,
  tx: Tx,
  quiz: Quiz,
  questionId: string,
  position: number | null,
): Promise<void> {
  const order = (await listOrder(tx, quiz.id)).filter((id) => id !== questionId)
  order.splice(position === null ? order.length : position - 1, 0, questionId)
  await replaceOrder(tx, quiz, order)
  await countContentChange(tx, quiz.id, ctx.now)
}

/** Takes a question out of the order; the others close up. */
export async function removeFromOrder(ctx: Context, tx: Tx, quiz: Quiz, questionId: string): Promise<void> {
  const order = await listOrder(tx, quiz.id)
  await replaceOrder(
    tx,
    quiz,
    order.filter((id) => id !== questionId),
  )
  await countContentChange(tx, quiz.id, ctx.now)
}
