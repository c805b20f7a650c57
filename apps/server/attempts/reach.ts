import {
  type Classroom,
  getClassroomFor,
  listClassroomIdsOf,
  listPeople,
  listStudentsOf,
  type Person,
} from '../people/index.ts'
import { type Context, whoIs } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { type AssignmentRecord, findAssignment, listNamedStudents } from './store/assignments.ts'
import { type AttemptRecord, findAttempt } from './store/attempts.ts'

/** First look-ups: whatever is out of the viewer's reach is not found. */

/** An assignment of a class that the viewer teaches (an admin: of the school). */
export async function getAssignmentFor(
  tx: Tx,
  ctx: Context,
  id: string,
): Promise<{ assignment: AssignmentRecord; classroom: Classroom }> {
  const assignment = await findAssignment(tx, id)
  if (!assignment) throw new Refused('not_found')
  return { assignment, classroom: await getClassroomFor(tx, ctx, assignment.classroom_id) }
}

/** An assignment set to the viewer: by the class, or by name. */
export async function getOwnAssignment(tx: Tx, ctx: Context, id: string): Promise<AssignmentRecord> {
  const { userId } = whoIs(ctx)
  const assignment = await findAssignment(tx, id)
  if (!assignment) throw new Refused('not_found')
  const classroomIds = await listClassroomIdsOf(tx, userId, ctx.now)
  const isMeant =
    classroomIds.includes(assignment.classroom_id) &&
    (!assignment.for_named_students || (await listNamedStudents(tx, id)).includes(userId))
  if (!isMeant) throw new Refused('not_found')
  return assignment
}

/** An attempt the viewer sits. */
export async function getOwnAttempt(tx: Tx, ctx: Context, id: string): Promise<AttemptRecord> {
  const attempt = await findAttempt(tx, id)
  if (!attempt || attempt.student_id !== whoIs(ctx).userId) throw new Refused('not_found')
  return attempt
}

/** An attempt of a student at work of the viewer's class. Previews are nobody else's. */
export async function getAttemptFor(
  tx: Tx,
  ctx: Context,
  id: string,
): Promise<{ attempt: AttemptRecord; assignment: AssignmentRecord; classroom: Classroom }> {
  const attempt = await findAttempt(tx, id)
  if (!attempt?.assignment_id) throw new Refused('not_found')
  return { attempt, ...(await getAssignmentFor(tx, ctx, attempt.assignment_id)) }
}

/** Those an assignment is meant for today, and those who have begun it and left since. By name. */
export async function listExpected(
  tx: Tx,
  ctx: Context,
  assignment: AssignmentRecord,
  begunBy: readonly string[],
): Promise<Person[]> {
  const today = await listStudentsOf(tx, ctx, assignment.classroom_id)
  const named = assignment.for_named_students ? new Set(await listNamedStudents(tx, assignment.id)) : null
  const expected = today.filter(({ id }) => named?.has(id) ?? true)
  const left = begunBy.filter((id) => !expected.some((student) => student.id === id))
  return [...expected, ...(await listPeople(tx, left)).values()]
}
