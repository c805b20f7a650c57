import type { ClassroomChange, NewClassroom } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { getClassroomFor } from '../access.ts'
import { audit } from '../audit/audit.ts'
import { sentFields } from '../sent-fields.ts'
import {
  findClassroom,
  insertClassrooms,
  isClassNameTaken,
  listTeacherIds,
  updateClassroom,
  updateTeachers,
} from '../store/classrooms.ts'
import { showWithPeople } from './show-classroom.ts'

/** Makes a class. A teacher's class is the teacher's own; an admin names its teachers. */
export async function createClassroom(ctx: Context, given: z.output<typeof NewClassroom>) {
  const { schoolId, role, userId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const teachers = role === 'admin' ? (given.teacher_ids ?? []) : [userId]
    if (role !== 'admin' && given.teacher_ids?.some((id) => id !== userId)) throw new Refused('forbidden')
    await requireFreeName(tx, given.name, null)
    await requireTeachers(tx, ctx, teachers)
    const { name, subject, year_group, academic_year } = given
    const id = ctx.newId()
    await insertClassrooms(tx, ctx, [{ id, school_id: schoolId, name, subject, year_group, academic_year }])
    await updateTeachers(tx, ctx, { id, school_id: schoolId }, teachers)
    await audit(ctx, tx, { action: 'classroom.created', subject_type: 'classroom', subject_id: id })
    return showAgain(tx, ctx, id)
  })
}

/** Changes or archives a class within reach; only an admin changes who teaches it. */
export async function changeClassroom(
  ctx: Context,
  classroomId: string,
  change: z.output<typeof ClassroomChange>,
) {
  return ctx.transaction(async (tx) => {
    const classroom = await getClassroomFor(tx, ctx, classroomId)
    if (change.teacher_ids && whoIs(ctx).role !== 'admin') throw new Refused('forbidden')
    const { name, subject, year_group, academic_year, archived } = change
    const archived_at =
      archived === undefined ? undefined : archived ? (classroom.archived_at ?? ctx.now) : null
    const willBeOpen = archived_at === undefined ? classroom.archived_at === null : archived_at === null
    if (willBeOpen) await requireFreeName(tx, name ?? classroom.name, classroomId)
    await updateClassroom(
      tx,
      classroomId,
      sentFields({ name, subject, year_group, academic_year, archived_at }),
    )
    if (change.teacher_ids) {
      await requireTeachers(tx, ctx, change.teacher_ids)
      await updateTeachers(tx, ctx, classroom, change.teacher_ids)
    }
    await audit(ctx, tx, {
      action: 'classroom.changed',
      subject_type: 'classroom',
      subject_id: classroomId,
      details: { fields: Object.keys(change).sort() },
    })
    return showAgain(tx, ctx, classroomId)
  })
}

async function requireFreeName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  if (await isClassNameTaken(tx, name, ownId)) throw new Refused('class_name_taken', { pointer: '/name' })
}

async function requireTeachers(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  const teachers = await listTeacherIds(tx, ids, ctx.now)
  if (ids.some((id) => !teachers.includes(id)))
    throw new Refused('invalid', {
      pointer: '/teacher_ids',
      message: 'Each of them must be a teacher of the school.',
    })
}

async function showAgain(tx: Tx, ctx: Context, classroomId: string) {
  const classroom = await findClassroom(tx, classroomId)
  if (!classroom) throw new Refused('not_found')
  return showWithPeople(tx, ctx, classroom)
}
