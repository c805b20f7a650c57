import type { ResultsQuery } from '@waymark/contract/attempts/results.ts'
import { getOwnSchool } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { csvName, resultsCsv } from './csv.ts'
import { classResults } from './gather-class.ts'

/** The table of the screen as a file, with the day of the school's own zone in its name. */
export async function downloadClassResults(
  ctx: Context,
  assignmentId: string,
  query: ResultsQuery,
): Promise<{ name: string; text: string }> {
  return ctx.transaction(async (tx) => {
    const { assignment, rows } = await classResults(ctx, tx, assignmentId, query)
    const { time_zone } = await getOwnSchool(tx, ctx)
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(ctx.now)
    return { name: csvName(assignment.classroom_name, assignment.quiz_title, day), text: resultsCsv(rows) }
  })
}
