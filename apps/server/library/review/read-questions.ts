import type { Call } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { listKinds } from '@waymark/questions/kinds.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { getQuestionFor } from '../access.ts'
import { listVersions } from '../store/question-versions.ts'
import { showQuestion, showVersion } from './show-question.ts'

type Endpoints = typeof endpoints
type Params = { question_id: string }

export async function getQuestion(
  ctx: Context,
  { question_id }: Params,
): Promise<Call<Endpoints['getQuestion']>['reply']> {
  return ctx.transaction(async (tx) => showQuestion(tx, await getQuestionFor(tx, whoIs(ctx), question_id)))
}

export async function listQuestionVersions(
  ctx: Context,
  { question_id }: Params,
): Promise<Call<Endpoints['listQuestionVersions']>['reply']> {
  return ctx.transaction(async (tx) => {
    const stored = await getQuestionFor(tx, whoIs(ctx), question_id)
    const versions = await listVersions(tx, stored.id)
    return { versions: versions.map((version) => showVersion(version, stored.current.version_id)) }
  })
}

/** The kinds of the registry; nothing of a school is in it. */
export async function listQuestionKinds(): Promise<Call<Endpoints['listQuestionKinds']>['reply']> {
  return {
    kinds: listKinds().map(({ code, label, presets, content_schema, answer_schema, example }) => ({
      code,
      label,
      presets,
      content_schema,
      answer_schema,
      example: { ...example },
    })),
  }
}
