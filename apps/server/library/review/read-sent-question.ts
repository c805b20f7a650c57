import { plainText } from '@waymark/contract/endpoint.ts'
import { type Question, readQuestion } from '@waymark/questions/kinds.ts'
import { newPartId } from '@waymark/questions/part-id.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { listCompetencies } from '../store/competencies.ts'

/**
 * Reads a question that an author sent. Ids of parts survive from the version before, so that old answers can
 * be marked by a new key; other ids are given at random. Where the question came from is not the author's
 * to say.
 */
export async function readSentQuestion(
  ctx: Context,
  tx: Tx,
  sent: Record<string, unknown>,
  before: Question | null,
): Promise<Question> {
  const read = readQuestion(
    { ...plainTexts(sent), origin: before?.origin ?? 'human' },
    { kept: new Set(before ? idsIn(before.content) : []), newPartId: () => newPartId(ctx.newBytes) },
  )
  if ('findings' in read) {
    const [first] = read.findings
    const code = first?.code === 'unknown_kind' ? 'unknown_kind' : 'content_invalid'
    throw new Refused(code, {
      pointer: `/question${first?.pointer ?? ''}`,
      message: first?.message,
      findings: read.findings,
    })
  }
  await requireCompetencies(tx, read.question.competency_ids, '/question/competency_ids')
  return read.question
}

/** The same with every text in it made plain, however deep: a question is kept as JSON. */
function plainTexts<T>(value: T): T
function plainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map((part) => plainTexts(part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [plainText(name), plainTexts(part)]))
}

/** Every competency named must be one of the school. */
export async function requireCompetencies(tx: Tx, ids: readonly string[], pointer: string): Promise<void> {
  const known = new Set((await listCompetencies(tx, ids)).map(({ id }) => id))
  const stranger = ids.findIndex((id) => !known.has(id))
  if (stranger >= 0) {
    throw new Refused('invalid', {
      pointer: `${pointer}/${stranger}`,
      message: 'This objective is not known in your school.',
    })
  }
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}
