import { setTimeout } from 'node:timers/promises'
import type { Mastery, MasteryQuery } from '@waymark/contract/mastery.ts'
import type { z } from 'zod'
import { listCompetencies } from '../library/index.ts'
import { getStudentFor } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { Refused } from '../platform/refused.ts'
import { readEstimates } from './read-estimates.ts'
import { showEstimate, showFacts } from './show-estimate.ts'

type Reply = z.output<typeof Mastery>
const WAIT_MS = 200

/** What a student knows of one competency, or of all that were met. */
export async function queryMastery(ctx: Context, query: z.output<typeof MasteryQuery>): Promise<Reply> {
  const { student_id, min_version = 0 } = query
  const first = await ctx.transaction(async (tx) => {
    await getStudentFor(tx, ctx, student_id, 'mastery')
    return answer(ctx, tx, query)
  })
  if (first.version >= min_version) return first
  await setTimeout(WAIT_MS)
  const second = await ctx.transaction((tx) => answer(ctx, tx, query))
  return second.version >= min_version ? second : { ...second, degraded_reasons: ['not_yet_folded'] }
}

async function answer(
  ctx: Context,
  tx: Tx,
  { student_id, competency_id }: z.output<typeof MasteryQuery>,
): Promise<Reply> {
  const read = await readEstimates(ctx, tx, [student_id], competency_id ? [competency_id] : null)
  const student = read.students.get(student_id) ?? { version: 0, notYetFolded: false, estimates: new Map() }
  const competencies = await listCompetencies(tx, [...student.estimates.keys()])
  if (competency_id && competencies.length === 0) throw new Refused('not_found')
  return {
    student_id,
    ...showFacts(student, read.modelVersion, ctx.now),
    competencies: competencies
      .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1))
      .flatMap((competency) => {
        const estimate = student.estimates.get(competency.id)
        return estimate ? [showEstimate(competency, estimate)] : []
      }),
  }
}
