import type { Tx } from '../../platform/db/database.ts'
import { listOrder } from '../store/question-order.ts'
import { deleteQuiz } from '../store/quizzes.ts'

/** The draft of a generation that came to nothing goes, unless a teacher put questions into it meanwhile. */
export async function deleteEmptyQuiz(tx: Tx, quizId: string | null): Promise<void> {
  if (quizId !== null && (await listOrder(tx, quizId)).length === 0) await deleteQuiz(tx, quizId)
}
