import type { SettingsChange } from '@waymark/contract/attempts/assignments.ts'
import type { AttemptSummary, NewAttempt } from '@waymark/contract/attempts/taking.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { endAttempt } from '../marking/mark-attempt.ts'
import { getQuizForPreview } from '../quiz-content.ts'
import { settingsWith } from '../settings.ts'
import { listPreviews, lockAttempt } from '../store/attempts.ts'
import { summaryOf } from './attempt-summary.ts'
import { beginAttempt } from './begin-attempt.ts'

/** A real attempt by the author, in no statistic. The preview that was running before ends with it. */
export async function previewQuiz(
  ctx: Context,
  quizId: string,
  { settings, ...device }: z.output<typeof NewAttempt> & { settings?: SettingsChange | undefined },
): Promise<z.output<typeof AttemptSummary>> {
  const { userId, schoolId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const quiz = await getQuizForPreview(tx, ctx, quizId)
    if (quiz.questions.length === 0) throw new Refused('wrong_state', { reason: 'no_questions' })
    const earlier = await listPreviews(tx, quizId, userId)
    for (const { id, status } of earlier) {
      const running = status === 'in_progress' ? await lockAttempt(tx, id) : null
      if (running) await endAttempt(ctx, tx, running, { by: 'student', at: ctx.now })
    }
    const begun = await beginAttempt(ctx, tx, {
      school_id: schoolId,
      assignment_id: null,
      quiz_id: quizId,
      quiz,
      student_id: userId,
      attempt_number: earlier.length + 1,
      deadline_at: null,
      settings: settingsWith(settings ?? {}),
      questions: quiz.questions,
      device,
    })
    return summaryOf(ctx, begun, [{ device_id: device.device_id, label: device.device_label }])
  })
}
