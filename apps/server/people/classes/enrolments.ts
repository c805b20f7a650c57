import type { NewEnrolments, ClassroomStudent as Shape } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { auditClassLook, getClassroomFor } from '../access.ts'
import { audit } from '../audit/audit.ts'
import {
  type ClassroomStudent,
  insertEnrolments,
  listClassroomStudents,
  updateEnrolmentEnd,
} from '../store/enrolments.ts'
import { findStudent, listStudentsByUsername } from '../store/students.ts'

const show = ({ school_id: _, grade_level: __, ...student }: ClassroomStudent): z.input<typeof Shape> =>
  student

const list = async (tx: Tx, ctx: Context, classroomId: string, who: 'today' | 'everyone') => ({
  items: (await listClassroomStudents(tx, classroomId, ctx.now, who)).map(show),
})

/** Students of a class within reach. */
export const listStudentsOfClass = (
  ctx: Context,
  classroomId: string,
  { ended }: { ended: 'true' | 'false' },
) =>
  ctx.transaction(async (tx) => {
    await getClassroomFor(tx, ctx, classroomId)
    await auditClassLook(ctx, tx, classroomId, 'students')
    return list(tx, ctx, classroomId, ended === 'true' ? 'everyone' : 'today')
  })

/** Puts students of the school into a class from a day on; who is in already stays. All of them or none. */
export async function enrolStudents(
  ctx: Context,
  classroomId: string,
  given: z.output<typeof NewEnrolments>,
) {
  return ctx.transaction(async (tx) => {
    const classroom = await getClassroomFor(tx, ctx, classroomId)
    const students = await findAll(tx, given)
    const pairs = students.map((student_id) => ({ classroom_id: classroom.id, student_id }))
    await insertEnrolments(tx, ctx, whoIs(ctx).schoolId, pairs, given.from ?? null)
    for (const student_id of students)
      await audit(ctx, tx, {
        action: 'student.enrolled',
        subject_type: 'classroom',
        subject_id: classroomId,
        student_id,
        details: given.from ? { from: given.from } : {},
      })
    return list(tx, ctx, classroomId, 'today')
  })
}

async function findAll(tx: Tx, given: z.output<typeof NewEnrolments>): Promise<string[]> {
  const byName = await listStudentsByUsername(tx, given.usernames)
  const known = new Set(byName.map(({ username }) => username))
  const unknown = given.usernames.findIndex((username) => !known.has(username))
  if (unknown >= 0)
    throw new Refused('invalid', {
      pointer: `/usernames/${unknown}`,
      message: 'No student of the school has this user name.',
    })
  for (const [at, id] of given.student_ids.entries())
    if (!(await findStudent(tx, id)))
      throw new Refused('invalid', {
        pointer: `/student_ids/${at}`,
        message: 'No student of the school has this id.',
      })
  return [...new Set([...given.student_ids, ...byName.map(({ id }) => id)])]
}

/** Takes a student out of a class from a day on; what was done while in it stays. */
export async function endEnrolment(
  ctx: Context,
  { classroom_id, student_id }: { classroom_id: string; student_id: string },
  { on }: { on?: string | undefined },
): Promise<Record<string, never>> {
  await ctx.transaction(async (tx) => {
    await getClassroomFor(tx, ctx, classroom_id)
    if (!(await updateEnrolmentEnd(tx, ctx, { classroom_id, student_id }, on ?? null)))
      throw new Refused('not_found')
    await audit(ctx, tx, {
      action: 'student.left_class',
      subject_type: 'classroom',
      subject_id: classroom_id,
      student_id,
      details: on ? { on } : {},
    })
  })
  return {}
}
