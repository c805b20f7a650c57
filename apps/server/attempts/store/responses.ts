import type { Selectable } from 'kysely'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tables, Tx } from '../../platform/db/database.ts'
import type { Conflict, Response } from '../responses.ts'

/** Answers and conflicts travel as JSON text (see 0004_attempts.sql); null stays null. */
const textOf = (value: unknown): string | null => (value === null ? null : canonicalJson(value))
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

export const responseRow = (response: Response) => ({
  ...response,
  answer: textOf(response.answer),
  conflict: textOf(response.conflict),
})

export function responseOf(row: Selectable<Tables['responses']>): Response {
  const { attempt_id: _, school_id: __, ...fields } = row
  return { ...fields, answer: parsed(row.answer), conflict: parsed(row.conflict) as Conflict | null }
}

export async function listResponses(tx: Tx, attemptId: string): Promise<Response[]> {
  const rows = await tx
    .selectFrom('responses')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('position')
    .execute()
  return rows.map(responseOf)
}

export async function updateResponse(tx: Tx, attemptId: string, response: Response): Promise<void> {
  const { position, ...fields } = responseRow(response)
  await tx
    .updateTable('responses')
    .set(fields)
    .where('attempt_id', '=', attemptId)
    .where('position', '=', position)
    .execute()
}
