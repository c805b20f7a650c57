import { sql } from 'kysely'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { Place } from '../cursor.ts'
import type { QuizStatus } from './quizzes.ts'
import { reachableUnits } from './units.ts'

export type GenerationState = 'queued' | 'running' | 'ready' | 'failed' | 'cancelled'
export const generationSteps = ['reading', 'writing', 'saving'] as const
export type GenerationStep = (typeof generationSteps)[number]

export interface Generation {
  id: string
  school_id: string
  unit_id: string
  quiz_id: string | null
  requested_by: string
  request: unknown
  state: GenerationState
  step: GenerationStep | null
  result: unknown
  failure: string | null
  requested_at: Date
  settled_at: Date | null
}

const read = (row: unknown): Generation => row as Generation

export async function findGeneration(tx: Tx, viewer: Viewer, id: string): Promise<Generation | null> {
  const row = await tx
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', id)
    .where('unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
    .executeTakeFirst()
  return row ? read(row) : null
}

/** What one person asked for, the newest first, with what became of it. */
export async function listRequested(
  tx: Tx,
  viewer: Viewer,
  { after, limit }: { after: Place | null; limit: number },
): Promise<(Generation & { title: string | null; quiz_status: QuizStatus | null })[]> {
  let query = tx
    .selectFrom('generations')
    .leftJoin('quizzes', 'quizzes.id', 'generations.quiz_id')
    .selectAll('generations')
    .select(['quizzes.title', 'quizzes.status as quiz_status'])
    .where('generations.requested_by', '=', viewer.userId)
    .where('generations.unit_id', 'in', reachableUnits(tx, viewer).select('units.id'))
  if (after)
    query = query.where(sql<boolean>`(generations.requested_at, generations.id) < (${after.at}, ${after.id})`)
  const rows = await query
    .orderBy('generations.requested_at', 'desc')
    .orderBy('generations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ title, quiz_status, ...row }) => ({
    ...read(row),
    title,
    quiz_status: quiz_status as QuizStatus | null,
  }))
}

/** A generation of the running school, for jobs. */
export async function lockGeneration(tx: Tx, id: string): Promise<Generation | null> {
  const row = await tx
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? read(row) : null
}

/** Generations that should long have ended, in every school. */
export async function listLostGenerations(
  tx: Tx,
  before: Date,
): Promise<Pick<Generation, 'id' | 'school_id'>[]> {
  return tx
    .selectFrom('generations')
    .select(['id', 'school_id'])
    .where('state', 'in', ['queued', 'running'])
    .where('requested_at', '<', before)
    .execute()
}

export async function insertGeneration(
  tx: Tx,
  generation: Pick<
    Generation,
    'id' | 'school_id' | 'unit_id' | 'quiz_id' | 'requested_by' | 'requested_at' | 'request'
  >,
): Promise<void> {
  await tx
    .insertInto('generations')
    .values({ ...generation, request: json(generation.request), state: 'queued' })
    .execute()
}

/** Goes on to a step; false when the generation was cancelled or settled meanwhile. */
export async function updateStep(tx: Tx, id: string, step: GenerationStep, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('generations')
    .set({ state: 'running', step, started_at: sql<Date>`coalesce(started_at, ${now}::timestamptz)` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function settleGeneration(
  tx: Tx,
  id: string,
  outcome:
    | { state: 'ready'; result: unknown; plan: unknown }
    | { state: 'failed'; failure: string }
    | { state: 'cancelled' },
  now: Date,
): Promise<void> {
  const fields =
    outcome.state === 'ready'
      ? { ...outcome, result: json(outcome.result), plan: json(outcome.plan) }
      : outcome
  await tx
    .updateTable('generations')
    .set({ ...fields, settled_at: now })
    .where('id', '=', id)
    .execute()
}
