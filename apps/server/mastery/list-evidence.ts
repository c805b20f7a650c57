import { Instant } from '@waymark/contract/endpoint.ts'
import type { EvidenceList, EvidenceRow } from '@waymark/contract/mastery.ts'
import { z } from 'zod'
import { pageOf, readCursor } from '../attempts/index.ts'
import { listCompetencies } from '../library/index.ts'
import { getStudentFor } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { Refused } from '../platform/refused.ts'
import { type ExplainedPiece, explainEvidence } from './explain.ts'
import { readEstimates } from './read-estimates.ts'
import { showFacts } from './show-estimate.ts'

interface Query {
  student_id: string
  competency_id: string
  cursor?: string | undefined
  limit?: number | undefined
}

const Place = z.tuple([Instant, z.uuid()])
const PAGE = 50

/** The evidence under one estimate, the newest first. */
export async function listEvidence(
  ctx: Context,
  { student_id, competency_id, cursor, limit = PAGE }: Query,
): Promise<z.output<typeof EvidenceList>> {
  const place = readCursor(cursor, Place)
  return ctx.transaction(async (tx) => {
    await getStudentFor(tx, ctx, student_id, 'evidence')
    const [competency] = await listCompetencies(tx, [competency_id])
    if (!competency) throw new Refused('not_found')
    const { pieces, hidden, otherEffect } = await explainEvidence(
      ctx,
      tx,
      { studentId: student_id, competencyId: competency_id },
      { before: place && { occurredAt: new Date(place[0]), id: place[1] }, limit },
    )
    const read = await readEstimates(ctx, tx, [student_id], [])
    const student = read.students.get(student_id) ?? { version: 0, notYetFolded: false }
    return {
      ...pageOf(pieces, limit, placeOf, rowOf),
      ...showFacts(student, read.modelVersion, ctx.now),
      hidden_count: hidden,
      effect_of_other_evidence: otherEffect,
    }
  })
}

/** Where a page ended: what its cursor holds. */
const placeOf = ({ occurred_at, id }: ExplainedPiece): [string, string] => [occurred_at.toISOString(), id]

const rowOf = (piece: ExplainedPiece): z.output<typeof EvidenceRow> => ({
  evidence_id: piece.id,
  event_id: piece.event_id,
  kind: piece.kind,
  value: piece.value,
  weight: piece.weight,
  effect: piece.effect,
  occurred_at: piece.occurred_at.toISOString(),
  source: piece.source,
  marker: piece.marker,
  try_no: piece.try_no,
  help: piece.help,
  excerpt: piece.excerpt,
  reason: piece.reason,
  status: piece.status,
  superseded_by: piece.superseded_by,
  superseded_reason: piece.superseded_reason,
  href: piece.mark_id === null ? null : hrefOf(piece),
})

/** The page of the answer itself; work of other systems has none here. */
export const hrefOf = ({
  attempt_id,
  source,
}: Pick<ExplainedPiece, 'attempt_id' | 'source'>): string | null =>
  attempt_id !== null && source === 'quiz' ? `/attempts/${attempt_id}/results` : null
