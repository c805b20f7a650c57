import { readFraction, toNumber, ZERO } from '@waymark/science/marking/fraction.ts'
import type { Marker } from '@waymark/science/mastery/evidence-weight.ts'
import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { JUDGEMENT_RULE } from '../derive.ts'

/** A piece of evidence as it is shown. */
export interface ShownPiece {
  id: string
  event_id: string
  kind: 'answer' | 'judgement'
  value: number
  weight: number
  occurred_at: Date
  source: string
  marker: Marker
  actor_id: string | null
  mark_id: string | null
  attempt_id: string | null
  try_no: number
  help: 'none' | 'hints' | 'revealed'
  excerpt: string | null
  reason: string
  status: 'active' | 'superseded' | 'excluded' | 'expired'
  superseded_by: string | null
  superseded_reason: string | null
}

/** Where a page of evidence ended. */
export interface EvidencePlace {
  occurredAt: Date
  id: string
}

interface Subject {
  studentId: string
  competencyId: string
}

/** Evidence of a student on a competency, of every status, the newest first; none from attempts left out. */
export async function listPieces(
  tx: Tx,
  subject: Subject,
  page: { before: EvidencePlace | null; limit: number; withoutAttempts: readonly string[] },
): Promise<ShownPiece[]> {
  const { before, limit, withoutAttempts } = page
  const rows = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('student_id', '=', subject.studentId)
    .where('competency_id', '=', subject.competencyId)
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(occurred_at, id) < (${before?.occurredAt}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .$if(withoutAttempts.length > 0, (query) =>
      query.where((where) =>
        where.or([where('attempt_id', 'is', null), where('attempt_id', 'not in', withoutAttempts)]),
      ),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(pieceOf)
}

/** Attempts that evidence of a student on a competency comes from, with how many pieces each gave. */
export async function countByAttempt(tx: Tx, subject: Subject): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('evidence')
    .select(['attempt_id', sql<number>`count(*)::int`.as('count')])
    .where('student_id', '=', subject.studentId)
    .where('competency_id', '=', subject.competencyId)
    .where('attempt_id', 'is not', null)
    .groupBy('attempt_id')
    .execute()
  return new Map(rows.map(({ attempt_id, count }) => [attempt_id ?? '', count]))
}

function pieceOf(row: Selectable<Tables['evidence']>): ShownPiece {
  return {
    ...row,
    kind: row.rule === JUDGEMENT_RULE ? 'judgement' : 'answer',
    value: toNumber(readFraction(row.value) ?? ZERO),
    marker: row.marker as Marker,
    help: row.help as ShownPiece['help'],
    status: row.status as ShownPiece['status'],
  }
}

/** Whose these pieces are, on what, and from which event; unknown ids are left out. */
export async function mapPieceSubjects(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Pick<Selectable<Tables['evidence']>, PieceSubject>>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence')
    .select(['id', 'student_id', 'competency_id', 'event_id', 'attempt_id'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

type PieceSubject = 'student_id' | 'competency_id' | 'event_id' | 'attempt_id'
