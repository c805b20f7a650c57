import { Instant } from '@waymark/contract/endpoint.ts'
import { z } from 'zod'
import { pageOf, readCursor } from '../../attempts/index.ts'
import { listCompetencies } from '../../library/index.ts'
import {
  type ExplainedPiece,
  explainEvidence,
  explainHistory,
  explainReplies,
  FORMULA_VERSION,
  hrefOf,
  readEstimates,
  showEstimate,
  showFacts,
} from '../../mastery/index.ts'
import { displayName, getStudentFor, listPeople } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { type EvidenceItem, type Explained, nothingMore, percentText, plainItem } from './explanation.ts'

const SubjectId = z.tuple([z.uuid(), z.uuid()])
const Place = z.tuple([Instant, z.uuid()])
const PAGE = 10

/** An estimate down to the answers and judgements under it. `id` is `{student_id}~{competency_id}`. */
export async function masteryExplanation(
  ctx: Context,
  tx: Tx,
  id: string,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Explained> {
  const subject = SubjectId.safeParse(id.split('~'))
  if (!subject.success) throw new Refused('not_found')
  const [studentId, competencyId] = subject.data
  const place = readCursor(cursor, Place)
  await getStudentFor(tx, ctx, studentId, 'mastery')
  const [competency] = await listCompetencies(tx, [competencyId])
  if (!competency) throw new Refused('not_found')
  const read = await readEstimates(ctx, tx, [studentId], [competencyId])
  const student = read.students.get(studentId)
  const estimate = student?.estimates.get(competencyId)
  if (!student || !estimate) throw new Refused('not_found')
  const shown = showEstimate(competency, estimate)
  const { pieces, hidden } = await explainEvidence(
    ctx,
    tx,
    { studentId, competencyId },
    { before: place && { occurredAt: new Date(place[0]), id: place[1] }, limit },
  )
  const page = pageOf(pieces, limit, placeOf, (piece) => piece)
  return {
    ...nothingMore,
    subject: { subject_type: 'mastery', subject_id: id, title: competency.title },
    value: shown.probability,
    display: standingText(shown),
    state: shown.state,
    state_reasons: shown.state_reasons,
    rule: { sentence: SENTENCE, formula_version: FORMULA_VERSION },
    evidence: await itemsOf(tx, page.items),
    hidden_count: hidden,
    would_settle: shown.would_settle,
    history: await historyOf(ctx, tx, { studentId, competencyId }),
    replies: await repliesOf(tx, { studentId, competencyId }),
    actions: whoIs(ctx).userId === studentId ? [{ action: 'reply', href: `/claims/${id}/reply` }] : [],
    ...showFacts(student, read.modelVersion, ctx.now),
    next_cursor: page.next_cursor,
  }
}

const placeOf = ({ occurred_at, id }: ExplainedPiece): [string, string] => [occurred_at.toISOString(), id]

const SENTENCE =
  'The chance of answering a typical question on this rightly, next time, without help. Newer answers, first tries and answers without help count more. It is secure when the whole range is 70% or more. It is a gap when the whole range is below 50%.'

/** `83% (70%–91%), secure`, or that there is not enough evidence yet. */
export function standingText({
  probability,
  interval,
  standing,
  last_known,
  state_reasons,
}: ReturnType<typeof showEstimate>): string {
  if (probability !== null && interval && standing)
    return `${percentText(probability)} (${percentText(interval.low)}–${percentText(interval.high)}), ${standing}`
  const last = last_known ? `; last known ${percentText(last_known.probability)}, ${last_known.standing}` : ''
  return `Not enough evidence yet${state_reasons.includes('stale') ? last : ''}`
}

async function itemsOf(tx: Tx, pieces: readonly ExplainedPiece[]): Promise<EvidenceItem[]> {
  const people = await listPeople(
    tx,
    pieces.flatMap(({ actor_id }) => actor_id ?? []),
  )
  return pieces.map((piece) => {
    const author = people.get(piece.actor_id ?? '')
    return {
      ...plainItem,
      id: piece.id,
      kind: piece.kind,
      source: piece.reason,
      excerpt: piece.excerpt ?? piece.reason,
      occurred_at: piece.occurred_at.toISOString(),
      author: author ? displayName(author) : null,
      marker: piece.marker,
      weight: piece.weight,
      effect: piece.effect,
      status: piece.status,
      href: hrefOf(piece),
    }
  })
}

async function repliesOf(
  tx: Tx,
  subject: { studentId: string; competencyId: string },
): Promise<Explained['replies']> {
  const replies = await explainReplies(tx, subject)
  const person = (await listPeople(tx, [subject.studentId])).get(subject.studentId)
  return replies.map(({ occurred_at, stance, text, evidence_id, open }) => ({
    at: occurred_at.toISOString(),
    author: person ? displayName(person) : '',
    stance,
    text,
    evidence_id,
    open,
  }))
}

async function historyOf(
  ctx: Context,
  tx: Tx,
  subject: { studentId: string; competencyId: string },
): Promise<Explained['history']> {
  const days = await explainHistory(ctx, tx, subject)
  return days.map(({ day, probability }) => ({
    at: `${day}T12:00:00.000Z`,
    display: probability === null ? 'Not enough evidence yet' : percentText(probability),
    reason: 'At the end of a day with evidence',
  }))
}
