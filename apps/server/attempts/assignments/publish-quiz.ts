import type {
  Assignment,
  AssignmentSettings,
  NewPublication,
} from '@waymark/contract/attempts/assignments.ts'
import type { z } from 'zod'
import { audit, type Classroom, getClassroomFor, listStudentsOf } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { publishQuizContent } from '../quiz-content.ts'
import { settingsWith } from '../settings.ts'
import { type AssignmentRecord, insertAssignments, insertNamedStudents } from '../store/assignments.ts'
import { refuseSettings } from './refuse-settings.ts'
import { assignmentOf } from './show-assignment.ts'

type Wish = z.output<typeof NewPublication>

/** Gives a quiz to classes, one assignment each. All or nothing: whatever refuses leaves no trace. */
export async function publishQuiz(
  ctx: Context,
  quizId: string,
  wish: Wish,
): Promise<{ assignments: z.output<typeof Assignment>[] }> {
  const settings = settingsWith(wish.settings ?? {})
  refuseSettings(ctx, settings, { from: wish.available_from, until: wish.available_until ?? null })
  return ctx.transaction(async (tx) => {
    const classrooms: Classroom[] = []
    for (const id of new Set(wish.classroom_ids)) classrooms.push(await getClassroomFor(tx, ctx, id))
    const chosen = await chooseStudents(ctx, tx, classrooms, wish.student_ids)
    const quizVersion = await publishQuizContent(tx, ctx, quizId)
    const made: { record: AssignmentRecord; classroom: Classroom }[] = classrooms.map((classroom) => ({
      record: recordOf(ctx, wish, settings, { quizId, quizVersion, classroomId: classroom.id }),
      classroom,
    }))
    await insertAssignments(
      tx,
      made.map(({ record }) => record),
    )
    for (const { record, classroom } of made)
      await insertNamedStudents(tx, record, chosen.get(classroom.id) ?? [])
    for (const { record } of made) await tell(ctx, tx, record)
    return {
      assignments: await Promise.all(
        made.map(({ record, classroom }) => assignmentOf(ctx, tx, record, classroom.name)),
      ),
    }
  })
}

function recordOf(
  ctx: Context,
  wish: Wish,
  settings: AssignmentSettings,
  place: { quizId: string; quizVersion: number; classroomId: string },
): AssignmentRecord {
  const { userId, schoolId } = whoIs(ctx)
  return {
    id: ctx.newId(),
    school_id: schoolId,
    quiz_id: place.quizId,
    quiz_version: place.quizVersion,
    classroom_id: place.classroomId,
    for_named_students: wish.student_ids !== undefined,
    available_from: new Date(wish.available_from),
    available_until: wish.available_until ? new Date(wish.available_until) : null,
    settings,
    marks_released_at: null,
    answers_released_at: null,
    revision: 1,
    published_by: userId,
    published_at: ctx.now,
    changed_at: ctx.now,
  }
}

/** Named students by class. One who is in none of the classes is a mistake of the caller. */
async function chooseStudents(
  ctx: Context,
  tx: Tx,
  classrooms: readonly Classroom[],
  studentIds: readonly string[] | undefined,
): Promise<Map<string, string[]>> {
  const chosen = new Map<string, string[]>()
  if (studentIds === undefined) return chosen
  const wanted = new Set(studentIds)
  for (const { id } of classrooms) {
    const inClass = (await listStudentsOf(tx, ctx, id)).map((student) => student.id)
    chosen.set(
      id,
      inClass.filter((studentId) => wanted.has(studentId)),
    )
  }
  const found = new Set([...chosen.values()].flat())
  const strangers = studentIds.findIndex((id) => !found.has(id))
  if (strangers >= 0)
    throw new Refused('invalid', { pointer: `/student_ids/${strangers}`, reason: 'not_in_class' })
  return chosen
}

const tell = (ctx: Context, tx: Tx, { id, quiz_id, classroom_id }: AssignmentRecord) =>
  audit(ctx, tx, {
    action: 'quiz.published',
    subject_type: 'assignment',
    subject_id: id,
    details: { quiz_id, classroom_id },
  })
