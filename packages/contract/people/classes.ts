import { z } from 'zod'
import { Day, endpoint, Id, Nothing, PageQuery, page } from '../endpoint.ts'
import * as shape from './shapes.ts'

const classroom = z.object({ classroom_id: Id })
const roster = z.object({ import_id: Id })

/** Options of a roster import, beside its file. */
export const RosterOptions = z.strictObject({
  format: z.enum(['auto', 'students_csv']).optional(),
  create_classes: z.enum(['true', 'false']).optional(),
})

/** Classes, who is in them, and students' lists from other programs. */
export const classEndpoints = {
  listClassrooms: endpoint({
    method: 'GET',
    path: '/classrooms',
    summary: 'Own classes; for an admin the classes of the school',
    query: z.object({ archived: z.enum(['true', 'false']).default('false') }),
    reply: z.object({ items: z.array(shape.Classroom) }),
    permission: 'see_classes',
    refusals: ['invalid'],
  }),
  createClassroom: endpoint({
    method: 'POST',
    path: '/classrooms',
    summary: 'Make a class',
    body: shape.NewClassroom,
    reply: shape.Classroom,
    status: 201,
    permission: 'run_classes',
    refusals: ['invalid', 'class_name_taken', 'forbidden'],
  }),
  showClassroom: endpoint({
    method: 'GET',
    path: '/classrooms/{classroom_id}',
    summary: 'One class',
    params: classroom,
    reply: shape.Classroom,
    permission: 'see_classes',
    refusals: ['not_found'],
  }),
  changeClassroom: endpoint({
    method: 'PATCH',
    path: '/classrooms/{classroom_id}',
    summary: 'Change or archive a class; an admin also names its teachers',
    params: classroom,
    body: shape.ClassroomChange,
    reply: shape.Classroom,
    permission: 'run_classes',
    refusals: ['not_found', 'invalid', 'class_name_taken', 'forbidden'],
  }),
  listClassroomStudents: endpoint({
    method: 'GET',
    path: '/classrooms/{classroom_id}/students',
    summary: 'Students of a class by name: those of today, or everyone ever enrolled',
    params: classroom,
    query: z.object({ ended: z.enum(['true', 'false']).default('false') }),
    reply: z.object({ items: z.array(shape.ClassroomStudent) }),
    permission: 'see_classes',
    refusals: ['not_found', 'invalid'],
  }),
  enrolStudents: endpoint({
    method: 'POST',
    path: '/classrooms/{classroom_id}/students',
    summary: 'Put students of the school into a class from a day on',
    params: classroom,
    body: shape.NewEnrolments,
    reply: z.object({ items: z.array(shape.ClassroomStudent) }),
    permission: 'run_classes',
    refusals: ['not_found', 'invalid'],
  }),
  endEnrolment: endpoint({
    method: 'DELETE',
    path: '/classrooms/{classroom_id}/students/{student_id}',
    summary: 'Take a student out of a class from a day on; today when no day is given',
    params: z.object({ classroom_id: Id, student_id: Id }),
    query: z.object({ on: Day.optional() }),
    reply: Nothing,
    status: 204,
    permission: 'run_classes',
    refusals: ['not_found', 'invalid'],
  }),
  resetStudentSignIn: endpoint({
    method: 'POST',
    path: '/students/{student_id}/reset-sign-in',
    summary: 'A new start password, shown once; the old one and every sign-in end',
    params: z.object({ student_id: Id }),
    reply: shape.StartPassword,
    secretReply: true,
    permission: 'run_classes',
    refusals: ['not_found', 'wrong_state'],
  }),
  startRosterImport: endpoint({
    method: 'POST',
    path: '/rosters/imports',
    summary: "Read a students' CSV (file); nothing is created until it is applied",
    body: RosterOptions,
    /** The same for callers that send nothing but a file; a field of the form goes first. */
    query: z.object(RosterOptions.shape),
    reply: z.object({ import_id: Id }),
    status: 202,
    permission: 'manage_people',
    refusals: ['invalid', 'too_large'],
    rate: 'upload',
    consumes: 'multipart',
    bodyLimit: 3 * 1024 * 1024,
  }),
  showRosterImport: endpoint({
    method: 'GET',
    path: '/rosters/imports/{import_id}',
    summary: 'State, counts and every problem of an import',
    params: roster,
    reply: shape.RosterImport,
    permission: 'manage_people',
    refusals: ['not_found'],
  }),
  listRosterItems: endpoint({
    method: 'GET',
    path: '/rosters/imports/{import_id}/items',
    summary: 'Rows of an import and what each would do',
    params: roster,
    query: z.object({ ...PageQuery, state: z.enum(['added', 'changed', 'unchanged', 'problem']).optional() }),
    reply: page(shape.RosterItem),
    permission: 'manage_people',
    refusals: ['not_found', 'invalid', 'cursor_expired'],
  }),
  applyRosterImport: endpoint({
    method: 'POST',
    path: '/rosters/imports/{import_id}/apply',
    summary: 'Do what the preview shows, all of it or nothing; answers the sheet of start passwords once',
    params: roster,
    reply: shape.RosterApplied,
    secretReply: true,
    permission: 'manage_people',
    refusals: ['not_found', 'rows_invalid', 'already_applied', 'preview_stale', 'wrong_state'],
  }),
}
