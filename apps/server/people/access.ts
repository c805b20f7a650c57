import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { audit } from './audit/audit.ts'
import { type Classroom, findClassroom, findTaughtClassroom, listClassrooms } from './store/classrooms.ts'
import { type ClassroomStudent, listClassroomStudents } from './store/enrolments.ts'
import { isWithinReach } from './store/reach.ts'
import { findSchool, type School } from './store/schools.ts'
import { findStudent, type Student } from './store/students.ts'

/** What the rooms above ask before they show or change anything of a class or a student. */

/** The class, when the viewer teaches it today or is an admin of the school; else `not_found`. */
export async function getClassroomFor(tx: Tx, ctx: Context, classroomId: string): Promise<Classroom> {
  const viewer = whoIs(ctx)
  const classroom =
    viewer.role === 'admin'
      ? await findClassroom(tx, classroomId)
      : viewer.role === 'teacher'
        ? await findTaughtClassroom(tx, classroomId, viewer.userId, ctx.now)
        : null
  if (!classroom) throw new Refused('not_found')
  return classroom
}

/** The viewer's own classes of today; for an admin all of the school. Archived ones are left out unless asked for. */
export async function listOwnClassrooms(
  tx: Tx,
  ctx: Context,
  { archivedToo = false } = {},
): Promise<Classroom[]> {
  const viewer = whoIs(ctx)
  if (viewer.role !== 'teacher' && viewer.role !== 'admin') return []
  const teacherId = viewer.role === 'teacher' ? viewer.userId : null
  return listClassrooms(tx, { teacherId, archived: archivedToo ? null : false, now: ctx.now })
}

/** Whether the student is within the viewer's reach today. An admin's stated reason is not looked at here. */
export async function maySeeStudent(tx: Tx, ctx: Context, studentId: string): Promise<boolean> {
  return isWithinReach(tx, whoIs(ctx), studentId, ctx.now)
}

/**
 * The student, when within the viewer's reach; else `not_found`. An admin must have stated a reason
 * (`reason_needed`). The look is written to the audit log, unless students look at themselves: `what` says
 * which part of the record, such as `mastery` or `results`.
 */
export async function getStudentFor(
  tx: Tx,
  ctx: Context,
  studentId: string,
  what = 'record',
): Promise<Student> {
  const viewer = whoIs(ctx)
  const student = (await isWithinReach(tx, viewer, studentId, ctx.now))
    ? await findStudent(tx, studentId)
    : null
  if (!student) throw new Refused('not_found')
  if (viewer.role === 'admin' && !ctx.accessReason) throw new Refused('reason_needed')
  if (viewer.userId !== studentId)
    await audit(ctx, tx, {
      action: 'student.opened',
      subject_type: 'student',
      subject_id: studentId,
      student_id: studentId,
      details: { what },
    })
  return student
}

/**
 * Writes that the viewer looked at a whole class (a board, results): each student who was in it that day
 * finds it in the own access log.
 */
export async function auditClassLook(ctx: Context, tx: Tx, classroomId: string, what: string): Promise<void> {
  await audit(ctx, tx, {
    action: 'classroom.opened',
    subject_type: 'classroom',
    subject_id: classroomId,
    details: { what },
  })
}

/** Students of a class today, by name. Whether the viewer may see the class is asked before. */
export async function listStudentsOf(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  classroomId: string,
): Promise<ClassroomStudent[]> {
  return listClassroomStudents(tx, classroomId, ctx.now)
}

/** The school of the viewer. */
export async function getOwnSchool(tx: Tx, ctx: Context): Promise<School> {
  const school = await findSchool(tx, whoIs(ctx).schoolId)
  if (!school) throw new Refused('not_found')
  return school
}

/** A person's name as screens show it. */
export const displayName = (person: { first_name: string; last_name: string }): string =>
  `${person.first_name} ${person.last_name}`.trim()
