import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { listKinds } from '@waymark/questions/kinds.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { send } from '../../platform/jobs/job.ts'
import { Refused } from '../../platform/refused.ts'
import { getGenerationFor, getUnitFor } from '../access.ts'
import { generateQuizJob } from '../jobs.ts'
import { ofKind } from '../materials/material.ts'
import { listDocuments } from '../store/documents.ts'
import {
  type Generation,
  generationSteps,
  insertGeneration,
  lockGeneration,
  settleGeneration,
} from '../store/generations.ts'
import { listMaterials } from '../store/materials.ts'
import { insertQuiz } from '../store/quizzes.ts'
import { deleteEmptyQuiz } from './delete-empty-quiz.ts'
import type { GenerationResult } from './report.ts'
import { allowedKinds } from './run-generation.ts'

type Endpoints = typeof endpoints
type Request = Received<Endpoints['generateQuiz']>['body']

/** Makes an empty draft and sends the errand that fills it. */
export async function requestGeneration(
  ctx: Context,
  request: Request,
): Promise<Call<Endpoints['generateQuiz']>['reply']> {
  const viewer = whoIs(ctx)
  requireKinds(request)
  return ctx.transaction(async (tx) => {
    const unit = await getUnitFor(tx, viewer, request.unit_id)
    const document_ids = await readyDocuments(tx, unit.id, request.document_ids)
    await requireObjectives(tx, unit.id, request.objective_ids)
    const { school_id } = unit
    const quizId = ctx.newId()
    await insertQuiz(tx, {
      id: quizId,
      school_id,
      unit_id: unit.id,
      owner_id: viewer.userId,
      title: request.title ?? unit.title,
      year_group: unit.year_group,
      duration_minutes: request.duration_minutes,
      created_at: ctx.now,
    })
    const id = ctx.newId()
    await insertGeneration(tx, {
      id,
      school_id,
      unit_id: unit.id,
      quiz_id: quizId,
      requested_by: viewer.userId,
      requested_at: ctx.now,
      request: { ...request, document_ids },
    })
    await send(ctx, tx, generateQuizJob, { school_id, generation_id: id }, { key: id })
    return { generation_id: id, quiz_id: quizId }
  })
}

function requireKinds(request: Request): void {
  const known = new Set(listKinds().map(({ code }) => code))
  for (const field of ['include_kinds', 'exclude_kinds'] as const) {
    const index = request[field].findIndex((code) => !known.has(code))
    if (index >= 0) throw new Refused('unknown_kind', { pointer: `/${field}/${index}` })
  }
  if (allowedKinds(request).size === 0) {
    const message = 'Every kind of question is left out. Allow at least one.'
    throw new Refused('invalid', { pointer: '/exclude_kinds', message })
  }
}

/** The documents to use: those named, which must be read by now, or all that are. */
async function readyDocuments(tx: Tx, unitId: string, named: readonly string[]): Promise<string[]> {
  const ready = (await listDocuments(tx, unitId))
    .filter(({ status }) => status === 'ready')
    .map(({ id }) => id)
  const missing = named.findIndex((id) => !ready.includes(id))
  if (missing >= 0) {
    throw new Refused('invalid', {
      pointer: `/document_ids/${missing}`,
      message: 'This document is not part of the unit, or it is not read yet.',
    })
  }
  return named.length > 0 ? [...named] : ready
}

async function requireObjectives(tx: Tx, unitId: string, named: readonly string[]): Promise<void> {
  const known = new Set(
    ofKind(await listMaterials(tx, unitId), 'objective').map(({ competency_id }) => competency_id),
  )
  const stranger = named.findIndex((id) => !known.has(id))
  if (stranger >= 0) {
    throw new Refused('invalid', {
      pointer: `/objective_ids/${stranger}`,
      message: 'This objective is not part of the unit.',
    })
  }
}

export async function getGeneration(
  ctx: Context,
  { generation_id }: { generation_id: string },
): Promise<Call<Endpoints['getGeneration']>['reply']> {
  return ctx.transaction(async (tx) => showGeneration(await getGenerationFor(tx, whoIs(ctx), generation_id)))
}

/** Stops a generation that is not settled; its empty quiz goes with it. */
export async function cancelGeneration(
  ctx: Context,
  { generation_id }: { generation_id: string },
): Promise<Call<Endpoints['cancelGeneration']>['reply']> {
  return ctx.transaction(async (tx) => {
    await getGenerationFor(tx, whoIs(ctx), generation_id)
    const generation = await lockGeneration(tx, generation_id)
    if (generation?.state !== 'queued' && generation?.state !== 'running')
      throw new Refused('wrong_state', { state: generation?.state })
    await settleGeneration(tx, generation_id, { state: 'cancelled' }, ctx.now)
    await deleteEmptyQuiz(tx, generation.quiz_id)
    return showGeneration(await getGenerationFor(tx, whoIs(ctx), generation_id))
  })
}

function showGeneration(generation: Generation): Call<Endpoints['getGeneration']>['reply'] {
  const at = generation.step === null ? -1 : generationSteps.indexOf(generation.step)
  const settled = generation.state === 'ready'
  return {
    generation_id: generation.id,
    unit_id: generation.unit_id,
    quiz_id: generation.quiz_id,
    state: generation.state,
    steps: generationSteps.map((step, index) => ({
      step,
      state:
        settled || index < at
          ? 'done'
          : index === at && generation.state === 'running'
            ? 'running'
            : 'waiting',
    })),
    result: generation.result as GenerationResult | null,
    failure: generation.failure,
    requested_at: generation.requested_at.toISOString(),
    settled_at: generation.settled_at?.toISOString() ?? null,
  }
}
