import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Question ids of a quiz from first to last. */
export async function listOrder(tx: Tx, quizId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('quiz_questions')
    .select('question_id')
    .where('quiz_id', '=', quizId)
    .orderBy('ord')
    .execute()
  return rows.map(({ question_id }) => question_id)
}

/** Writes the order of a quiz anew; `ord` counts from 1 without gaps. */
export async function replaceOrder(
  tx: Tx,
  quiz: { id: string; school_id: string },
  questionIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('quiz_questions').where('quiz_id', '=', quiz.id).execute()
  if (questionIds.length === 0) return
  await sql`
    insert into quiz_questions (quiz_id, question_id, school_id, ord)
    select ${quiz.id}, id::uuid, ${quiz.school_id}, ord
    from jsonb_array_elements_text(${JSON.stringify(questionIds)}::jsonb) with ordinality as given (id, ord)`.execute(
    tx,
  )
}
