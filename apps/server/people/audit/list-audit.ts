import type { Context } from '../../platform/context.ts'
import { displayName, getStudentFor } from '../access.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../pages.ts'
import { listAudit, listLooks } from '../store/audit.ts'
import { listPeople, type Person } from '../store/users.ts'

interface PageQuery {
  cursor?: string | undefined
  limit?: number | undefined
}

const nameIn = (people: ReadonlyMap<string, Person>, id: string | null): string | null => {
  const person = id === null ? undefined : people.get(id)
  return person ? displayName(person) : null
}

/** The audit log of the viewer's school, newest first. */
export async function listAuditLog(
  ctx: Context,
  query: PageQuery & {
    action?: string | undefined
    actor_id?: string | undefined
    student_id?: string | undefined
    since?: string | undefined
    until?: string | undefined
  },
) {
  const limit = query.limit ?? PAGE_SIZE
  const before = readCursor(query.cursor, 'id')
  return ctx.transaction(async (tx) => {
    const rows = await listAudit(tx, {
      before: before?.[0] ?? null,
      limit: limit + 1,
      action: query.action ?? null,
      actorId: query.actor_id ?? null,
      studentId: query.student_id ?? null,
      since: query.since ? new Date(query.since) : null,
      until: query.until ? new Date(query.until) : null,
    })
    const people = await listPeople(tx, actorsOf(rows))
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => ({
        ...row,
        happened_at: row.happened_at.toISOString(),
        actor_name: nameIn(people, row.actor_id),
      }),
    )
  })
}

/** Who looked at a student's record, newest first; for the student, linked guardians and the own teachers. */
export async function listAccessLog(ctx: Context, studentId: string, query: PageQuery) {
  const limit = query.limit ?? PAGE_SIZE
  const before = readCursor(query.cursor, 'id')
  return ctx.transaction(async (tx) => {
    await getStudentFor(tx, ctx, studentId, 'access_log')
    const rows = await listLooks(tx, studentId, before?.[0] ?? null, limit + 1)
    const people = await listPeople(tx, actorsOf(rows))
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      ({ happened_at, actor_id, actor_role, action, reason }) => ({
        happened_at: happened_at.toISOString(),
        actor_name: nameIn(people, actor_id),
        actor_role,
        action,
        reason,
      }),
    )
  })
}

const actorsOf = (rows: readonly { actor_id: string | null }[]): string[] =>
  rows.flatMap(({ actor_id }) => actor_id ?? [])
