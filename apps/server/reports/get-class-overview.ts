import type { ClassOverview } from '@waymark/contract/reports.ts'
import type { z } from 'zod'
import { countWaiting } from '../attempts/index.ts'
import { auditClassLook, displayName, getClassroomFor, listStudentsOf } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { listClassActivity, listSetQuizzes, mapStudentActivity, type SetQuiz } from './store/classes.ts'

type Overview = z.output<typeof ClassOverview>

/** A class with its quizzes and its students. */
export function getClassOverview(ctx: Context, classroomId: string): Promise<Overview> {
  return ctx.transaction(async (tx) => {
    const { id, name, subject, year_group } = await getClassroomFor(tx, ctx, classroomId)
    await auditClassLook(ctx, tx, classroomId, 'overview')
    const [activity] = await listClassActivity(tx, [classroomId], ctx.now)
    const quizzes = await listSetQuizzes(tx, classroomId, ctx.now)
    const waiting = Map.groupBy(await countWaiting(tx, [classroomId]), ({ assignment_id }) => assignment_id)
    const done = await mapStudentActivity(tx, classroomId)
    const students = await listStudentsOf(tx, ctx, classroomId)
    return {
      as_of: ctx.now.toISOString(),
      classroom: { id, name, subject, year_group },
      last_activity_at: activity?.last_activity_at?.toISOString() ?? null,
      quizzes: quizzes.map((quiz) => ({
        ...quiz,
        status: statusOf(quiz, ctx.now),
        waiting: (waiting.get(quiz.assignment_id) ?? []).reduce((sum, one) => sum + one.waiting, 0),
        available_from: quiz.available_from.toISOString(),
        available_until: quiz.available_until?.toISOString() ?? null,
      })),
      students: students.map((student) => {
        const own = done.get(student.id)
        return {
          student_id: student.id,
          name: displayName(student),
          username: student.username,
          quizzes_completed: own?.quizzes_completed ?? 0,
          quizzes_running: own?.quizzes_running ?? 0,
          last_activity_at: own?.last_activity_at?.toISOString() ?? null,
        }
      }),
    }
  })
}

const statusOf = (
  { available_from, available_until }: Pick<SetQuiz, 'available_from' | 'available_until'>,
  now: Date,
): Overview['quizzes'][number]['status'] => {
  if (now < available_from) return 'upcoming'
  return available_until !== null && now >= available_until ? 'closed' : 'open'
}
