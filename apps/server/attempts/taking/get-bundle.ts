import type { Bundle } from '@waymark/contract/attempts/taking.ts'
import { studentCopy } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { knownQuestions, loadQuestions } from '../quiz-content.ts'
import { seedOf } from '../snapshot.ts'
import { type KnownAttempt, listKnownAttempts, recallAttempt } from '../store/known-attempts.ts'

/**
 * Everything a device needs to go on without a network. Built only from students' copies: no key is in it.
 * All of it is frozen, so a class that starts together is served from what is known already.
 */
export async function getBundle(ctx: Context, attemptId: string): Promise<z.output<typeof Bundle>> {
  const recalled = recallAttempt(attemptId)
  const questions = recalled && knownQuestions(recalled)
  if (recalled && questions) return bundleOf(ctx, recalled, questions)
  return ctx.transaction(async (tx) => {
    const attempt = (await listKnownAttempts(tx, [attemptId])).get(attemptId)
    if (!attempt) throw new Refused('not_found')
    return bundleOf(ctx, attempt, await loadQuestions(tx, attempt))
  })
}

function bundleOf(
  ctx: Context,
  { id, school_id, student_id, snapshot, snapshot_hash }: KnownAttempt,
  questions: ReadonlyMap<string, Question>,
): z.output<typeof Bundle> {
  const viewer = whoIs(ctx)
  if (student_id !== viewer.userId || school_id !== viewer.schoolId) throw new Refused('not_found')
  const { allow_hints } = snapshot.settings
  return {
    attempt_id: id,
    snapshot_hash,
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
}
