import type { Bundle } from '@waymark/contract/attempts-shapes.ts'
import { studentCopy } from '@waymark/questions/kinds.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { loadQuestions } from '../quiz-content.ts'
import { getOwnAttempt } from '../reach.ts'
import { seedOf } from '../snapshot.ts'

/** Everything a device needs to go on without a network. Built only from students' copies: no key is in it. */
export async function getBundle(ctx: Context, attemptId: string): Promise<z.output<typeof Bundle>> {
  return ctx.transaction(async (tx) => {
    const attempt = await getOwnAttempt(tx, ctx, attemptId)
    const questions = await loadQuestions(tx, attempt)
    const { snapshot } = attempt
    const { allow_hints } = snapshot.settings
    return {
      attempt_id: attempt.id,
      snapshot_hash: attempt.snapshot_hash,
      quiz_title: snapshot.quiz_title,
      questions: snapshot.questions.flatMap((item) => {
        const question = questions.get(item.question_version_id)
        if (!question) return []
        const copy = studentCopy(question, seedOf(snapshot, item))
        return [
          {
            ...copy,
            position: item.position,
            question_version_id: item.question_version_id,
            hint_available: allow_hints && copy.hint_available,
            scaffold_available: allow_hints && copy.scaffold_available,
          },
        ]
      }),
    }
  })
}
