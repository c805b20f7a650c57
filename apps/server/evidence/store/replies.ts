import type { Stance } from '@waymark/contract/evidence.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ClaimReply } from '../derive.ts'
import { mapPieceSubjects } from './evidence-rows.ts'

/** Replies as they are kept. A reply to a piece is one to what its event says of its competency. */
export async function insertReplies(
  tx: Tx,
  schoolId: string,
  replies: readonly ClaimReply[],
  changes: ReadonlyMap<string, number>,
  now: Date,
): Promise<{ student_id: string; competency_id: string }[]> {
  if (replies.length === 0) return []
  const pieces = await mapPieceSubjects(
    tx,
    replies.flatMap(({ claim }) => ('evidence_id' in claim ? claim.evidence_id : [])),
  )
  const rows = replies.flatMap(({ claim, ...reply }) => {
    const piece = 'evidence_id' in claim ? pieces.get(claim.evidence_id) : null
    const competency_id = 'evidence_id' in claim ? piece?.competency_id : claim.competency_id
    if (!competency_id) return []
    const change_no = changes.get(reply.student_id) ?? 0
    const about_event_id = piece?.event_id ?? null
    return { ...reply, school_id: schoolId, competency_id, about_event_id, change_no, created_at: now }
  })
  if (rows.length > 0) await tx.insertInto('claim_replies').values(rows).execute()
  return rows
}

/** What a student said to a claim. */
export interface StoredReply {
  event_id: string
  student_id: string
  competency_id: string
  /** The event whose piece of evidence it is about; null: about the estimate itself. */
  about_event_id: string | null
  /** That piece, where it counts now. */
  evidence_id: string | null
  stance: Stance
  text: string
  occurred_at: Date
}

/** Replies of students, of all competencies or of those named, the oldest first. */
export async function listReplies(
  tx: Tx,
  studentIds: readonly string[],
  competencyIds: readonly string[] | null,
): Promise<StoredReply[]> {
  if (studentIds.length === 0 || competencyIds?.length === 0) return []
  const rows = await tx
    .selectFrom('claim_replies as r')
    .leftJoin('evidence as e', (join) =>
      join
        .onRef('e.student_id', '=', 'r.student_id')
        .onRef('e.competency_id', '=', 'r.competency_id')
        .onRef('e.event_id', '=', 'r.about_event_id')
        .on('e.status', '=', 'active'),
    )
    .select([
      'r.event_id',
      'r.student_id',
      'r.competency_id',
      'r.about_event_id',
      'r.stance',
      'r.text',
      'r.occurred_at',
      'e.id as evidence_id',
    ])
    .where('r.student_id', 'in', studentIds)
    .$if(competencyIds !== null, (query) => query.where('r.competency_id', 'in', [...(competencyIds ?? [])]))
    .orderBy('r.occurred_at')
    .orderBy('r.event_id')
    .execute()
  return rows.map((row) => ({ ...row, stance: row.stance as Stance }))
}

/** Competencies of a student's replies that came after change `known`, up to `upTo`. */
export async function listRepliedSince(
  tx: Tx,
  studentId: string,
  known: number,
  upTo: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('claim_replies')
    .select('competency_id')
    .distinct()
    .where('student_id', '=', studentId)
    .where('change_no', '>', known)
    .where('change_no', '<=', upTo)
    .execute()
  return rows.map(({ competency_id }) => competency_id)
}
