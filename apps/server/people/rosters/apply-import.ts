import type { RosterApplied } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { openSealed } from '../secrets.ts'
import { insertClassrooms, mapClassroomNames } from '../store/classrooms.ts'
import { insertEnrolments } from '../store/enrolments.ts'
import { insertMemberships } from '../store/memberships.ts'
import {
  forgetPasswords,
  listItems,
  lockRoster,
  type RosterImport,
  type RosterItem,
  updateImport,
} from '../store/rosters.ts'
import { insertStudents, listStudentsByUsername, listUsernames, updateStudent } from '../store/students.ts'
import { insertUsers } from '../store/users.ts'
import { getImport } from './show-import.ts'

type Applied = z.input<typeof RosterApplied>
/** A row with the student it is about, new or known. */
type Settled = RosterItem & { student_id: string; username: string }

const PER_STATEMENT = 500

/** Does what the preview shows, all of it in one transaction or nothing; the sheet is answered once. */
export async function applyImport(ctx: Context, importId: string): Promise<Applied> {
  const { schoolId } = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    await lockRoster(tx, schoolId)
    const one = await getImport(tx, importId, true)
    requireApplicable(ctx, one)
    const items = await listItems(tx, importId)
    await requireFresh(tx, items)
    const rows = items.map((item) => settle(ctx, item))
    const added = rows.filter(({ state }) => state === 'added')
    const changed = rows.filter(({ state }) => state === 'changed')
    const sheet = added
      .filter(({ password_from }) => password_from === 'start')
      .map((row) => sheetRow(ctx, row))
    await addStudents(ctx, tx, added)
    for (const { student_id, year_group } of changed) await updateStudent(tx, student_id, { year_group })
    await enrol(ctx, tx, one, [...added, ...changed])
    await forgetPasswords(tx, importId)
    await updateImport(tx, importId, { state: 'applied', applied_at: ctx.now })
    await audit(ctx, tx, {
      action: 'roster.applied',
      subject_type: 'roster_import',
      subject_id: importId,
      details: { created: added.length, updated: changed.length },
    })
    return { import_id: importId, state: 'applied', created: added.length, updated: changed.length, sheet }
  })
}

function requireApplicable(ctx: Context, one: RosterImport): void {
  if (one.state === 'applied') throw new Refused('already_applied')
  if (one.state === 'refused' || one.problems.length > 0)
    throw new Refused('rows_invalid', { rows: one.problems })
  if (one.state !== 'ready' || one.expires_at <= ctx.now)
    throw new Refused('wrong_state', { state: one.state })
}

/** What the preview found must still be so: new user names free, known students of the same names. */
async function requireFresh(tx: Tx, items: readonly RosterItem[]): Promise<void> {
  const taken = await listUsernames(tx)
  const known = items.filter(({ student_id }) => student_id !== null)
  const students = await listStudentsByUsername(
    tx,
    known.flatMap(({ username }) => username ?? []),
  )
  const ids = new Map(students.map((student) => [student.username, student]))
  const stale = items.filter((item) => {
    if (item.state === 'added') return !item.password_hash || taken.has(item.username ?? '')
    const student = ids.get(item.username ?? '')
    return student?.id !== item.student_id
  })
  if (stale.length > 0) throw new Refused('preview_stale', { lines: stale.map(({ line }) => line) })
}

function settle(ctx: Context, item: RosterItem): Settled {
  return { ...item, student_id: item.student_id ?? ctx.newId(), username: item.username ?? '' }
}

function sheetRow(ctx: Context, row: Settled): Applied['sheet'][number] {
  const start_password = openSealed(ctx, 'roster-passwords', row.password_sealed ?? '')
  if (start_password === null) throw new Refused('preview_stale', { lines: [row.line] })
  const { student_id, username, first_name, last_name, class_names } = row
  return { student_id, username, first_name, last_name, start_password, classes: class_names }
}

async function addStudents(ctx: Context, tx: Tx, rows: readonly Settled[]): Promise<void> {
  const { schoolId } = whoIs(ctx)
  for (let at = 0; at < rows.length; at += PER_STATEMENT) {
    const some = rows.slice(at, at + PER_STATEMENT)
    const users = some.map(({ student_id, first_name, last_name, password_hash }) => ({
      id: student_id,
      first_name,
      last_name,
      password_hash,
      home_school_id: schoolId,
      email: null,
      is_sample: false,
    }))
    await insertUsers(tx, ctx, users)
    const memberships = some.map(({ student_id }) => ({
      id: ctx.newId(),
      user_id: student_id,
      role: 'student' as const,
      scope: 'school' as const,
      school_id: schoolId,
      district_id: null,
      valid_from: ctx.now,
      valid_until: null,
    }))
    await insertMemberships(tx, ctx, memberships)
    const students = some.map(({ student_id, username, year_group }) => ({
      id: student_id,
      school_id: schoolId,
      username,
      year_group,
      external_id: null,
    }))
    await insertStudents(tx, students)
  }
}

/** Puts students into the classes of their rows, making those that are new where the import may. */
async function enrol(ctx: Context, tx: Tx, one: RosterImport, rows: readonly Settled[]): Promise<void> {
  const { schoolId } = whoIs(ctx)
  const ids = await mapClassroomNames(tx)
  const missing = new Map(
    rows
      .flatMap(({ class_names }) => class_names)
      .filter((name) => !ids.has(name.toLowerCase()))
      .map((name) => [name.toLowerCase(), { id: ctx.newId(), name }]),
  )
  if (missing.size > 0 && !one.create_classes)
    throw new Refused('preview_stale', { classes: [...missing.values()].map(({ name }) => name) })
  await insertClassrooms(
    tx,
    ctx,
    [...missing.values()].map(({ id, name }) => ({
      id,
      school_id: schoolId,
      name,
      subject: null,
      year_group: null,
      academic_year: null,
    })),
  )
  for (const [key, { id }] of missing) ids.set(key, id)
  const pairs = rows.flatMap(({ student_id, class_names }) =>
    class_names.map((name) => ({ classroom_id: ids.get(name.toLowerCase()) ?? '', student_id })),
  )
  await insertEnrolments(tx, ctx, schoolId, pairs)
}
