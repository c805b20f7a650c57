import type { RosterImport as Shape } from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../pages.ts'
import { findImport, type ItemState, listItems, type RosterImport } from '../store/rosters.ts'

/** An import of the viewer's school; else `not_found`. */
export async function getImport(tx: Tx, importId: string, lock = false): Promise<RosterImport> {
  const found = await findImport(tx, importId, lock)
  if (!found) throw new Refused('not_found')
  return found
}

/** State, counts and every problem of an import. */
export async function showImport(ctx: Context, importId: string): Promise<z.input<typeof Shape>> {
  const { id, state, format, counts, problems, expires_at } = await ctx.transaction((tx) =>
    getImport(tx, importId),
  )
  return { id, state, format, version: null, counts, problems, expires_at: expires_at.toISOString() }
}

/** Rows of an import and what each would do, in the order of the file. */
export async function listImportItems(
  ctx: Context,
  importId: string,
  query: { cursor?: string | undefined; limit?: number | undefined; state?: ItemState | undefined },
) {
  const limit = query.limit ?? PAGE_SIZE
  const after = readCursor(query.cursor, 'number')
  return ctx.transaction(async (tx) => {
    await getImport(tx, importId)
    const rows = await listItems(tx, importId, {
      state: query.state ?? null,
      limit: limit + 1,
      ...(after ? { after: Number(after[0]) } : {}),
    })
    return pageOf(
      rows,
      limit,
      ({ line }) => [line],
      ({ line, state, username, first_name, last_name, year_group, class_names, changes, notes }) => ({
        line,
        state,
        username,
        first_name,
        last_name,
        year_group,
        classes: class_names,
        changes,
        notes,
      }),
    )
  })
}
