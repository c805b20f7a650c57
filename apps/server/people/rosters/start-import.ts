import { RosterOptions } from '@waymark/contract/people/classes.ts'
import { MAX_ROWS, readStudentsCsv, type StudentsFile } from '@waymark/interop/csv/students.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestFacts } from '../../platform/http/route.ts'
import { send } from '../../platform/jobs/job.ts'
import { Refused } from '../../platform/refused.ts'
import { audit } from '../audit/audit.ts'
import { hashRosterPasswords } from '../jobs.ts'
import { makeStartPassword, START_PASSWORD_BYTES } from '../passwords/start-password.ts'
import { sealText } from '../secrets.ts'
import { mapClassroomNames } from '../store/classrooms.ts'
import { listClassNames } from '../store/enrolments.ts'
import {
  insertImport,
  insertItems,
  type Problem,
  type RosterImport,
  type RosterItem,
} from '../store/rosters.ts'
import { findSchool } from '../store/schools.ts'
import { listStudentsByName, listStudentsByUsername, listUsernames } from '../store/students.ts'
import { decodeText } from './decode-text.ts'
import { type PlannedRow, planRoster, type RosterFacts, type RosterPlan } from './plan-roster.ts'

const MAX_BYTES = 2 * 1024 * 1024
const KEPT_MS = 7 * 86_400_000

type Readable = Extract<StudentsFile, { ok: true }>
type Options = z.output<typeof RosterOptions>

/** Reads a students' CSV and keeps what it would do; nothing of the school changes. */
export async function startImport(
  ctx: Context,
  inQuery: Options,
  request: RequestFacts,
): Promise<{ import_id: string }> {
  const bytes = await readFile(request)
  const { create_classes } = { ...inQuery, ...readOptions(request.fields()) }
  const text = decodeText(bytes)
  const file: StudentsFile | null = text === null ? null : readStudentsCsv(text)
  const importId = ctx.newId()
  const createClasses = create_classes === 'true'
  await ctx.transaction(async (tx) => {
    if (file?.ok) await keepReadable(ctx, tx, importId, file, createClasses)
    else await insertImport(tx, refusedImport(ctx, importId, file, createClasses))
    await audit(ctx, tx, { action: 'roster.read', subject_type: 'roster_import', subject_id: importId })
  })
  return { import_id: importId }
}

/** The fields of the form; one that will not do is refused by its name. */
function readOptions(fields: Readonly<Record<string, string>>): Options {
  const read = RosterOptions.safeParse(fields)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  throw new Refused('invalid', { pointer: `/${String(name ?? '').slice(0, 100)}`, message: 'will not do' })
}

/** The first file of the field "file". All of the form is read, since options may stand after it. */
async function readFile(request: RequestFacts): Promise<Buffer> {
  let file: Buffer | null = null
  for await (const { field, stream } of request.files()) {
    if (field === 'file' && file === null) file = await readWhole(stream)
    else stream.resume()
  }
  if (file === null)
    throw new Refused('invalid', { pointer: '/file', message: 'Send the file in the field "file".' })
  return file
}

async function readWhole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Refused('too_large', { limit_bytes: MAX_BYTES })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function keepReadable(
  ctx: Context,
  tx: Tx,
  importId: string,
  file: Readable,
  createClasses: boolean,
): Promise<void> {
  const facts = await readFacts(ctx, tx, file, createClasses)
  const plan = planRoster(file.rows, file.problems, facts, () => ctx.newBytes(6))
  const items = plan.rows.map((row) => itemOf(ctx, importId, row, plan.problems.length === 0))
  const waits = items.some(({ password_sealed }) => password_sealed !== null)
  await insertImport(tx, {
    ...emptyImport(ctx, importId, createClasses),
    state: waits ? 'reading' : 'ready',
    problems: plan.problems,
    counts: { ...plan.counts, ignored_columns: shortened(file.ignored_columns) },
  })
  await insertItems(tx, items)
  if (waits) await send(ctx, tx, hashRosterPasswords, { school_id: whoIs(ctx).schoolId, import_id: importId })
}

async function readFacts(
  ctx: Context,
  tx: Tx,
  { rows }: Readable,
  createClasses: boolean,
): Promise<RosterFacts> {
  const named = await listStudentsByName(
    tx,
    rows.map(({ first_name, last_name }) => `${first_name} ${last_name}`),
  )
  const asked = rows.flatMap(({ username }) => username ?? [])
  const students = [...(await listStudentsByUsername(tx, asked)), ...named]
  const classes = await listClassNames(
    tx,
    students.map(({ id }) => id),
    ctx.now,
  )
  const school = await findSchool(tx, whoIs(ctx).schoolId)
  return {
    schoolName: school?.name ?? '',
    usernames: await listUsernames(tx),
    students: [...new Map(students.map((student) => [student.id, student])).values()],
    classesOf: new Map([...classes].map(([id, names]) => [id, names.map((name) => name.toLowerCase())])),
    classNames: new Set((await mapClassroomNames(tx)).keys()),
    createClasses,
  }
}

/** A row as it is kept: passwords encrypted until hashed, and made only where the roster can be applied. */
function itemOf(ctx: Context, importId: string, row: PlannedRow, isWhole: boolean): RosterItem {
  const { password, ...plain } = row
  const needed = isWhole && row.state === 'added'
  const start = () => makeStartPassword(ctx.newBytes(START_PASSWORD_BYTES))
  return {
    ...plain,
    import_id: importId,
    school_id: whoIs(ctx).schoolId,
    password_sealed: needed ? sealText(ctx, 'roster-passwords', password ?? start()) : null,
    password_hash: null,
    password_from: needed ? (password === null ? 'start' : 'file') : null,
  }
}

const noCounts: RosterPlan['counts'] = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  problems: 0,
  new_classes: [],
}

const emptyImport = (ctx: Context, id: string, create_classes: boolean): RosterImport => ({
  id,
  school_id: whoIs(ctx).schoolId,
  state: 'refused',
  format: 'students_csv',
  create_classes,
  problems: [],
  counts: { ...noCounts, ignored_columns: [] },
  created_by: whoIs(ctx).userId,
  created_at: ctx.now,
  expires_at: new Date(ctx.now.getTime() + KEPT_MS),
  applied_at: null,
})

const refusedImport = (
  ctx: Context,
  id: string,
  file: Exclude<StudentsFile, { ok: true }> | null,
  createClasses: boolean,
): RosterImport => {
  const empty = emptyImport(ctx, id, createClasses)
  return { ...empty, problems: [whyRefused(file)], counts: { ...empty.counts, problems: 1 } }
}

/** Why a file cannot be read at all, as one problem. */
function whyRefused(file: Exclude<StudentsFile, { ok: true }> | null): Problem {
  const says = (code: string, message: string, line = 1): Problem => ({ line, column: null, code, message })
  if (file === null) return says('type_mismatch', 'This is not a text file. Save the list as CSV.')
  if (file.code === 'malformed')
    return says('malformed', 'A quotation mark is opened and not closed near this line.', file.line)
  if (file.code === 'too_many_rows')
    return says('too_large', `The file has more than ${MAX_ROWS} rows. Split it.`)
  return says('not_recognised', `The first line lacks the columns ${file.missing_columns.join(', ')}.`)
}

const shortened = (headers: readonly string[]) => headers.slice(0, 50).map((header) => header.slice(0, 100))
