import { type Selectable, sql } from 'kysely'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import type { MadeMark } from '../marking/mark.ts'

export async function listMarks(tx: Tx, attemptIds: readonly string[]): Promise<StoredMark[]> {
  if (attemptIds.length === 0) return []
  const rows = await tx
    .selectFrom('marks')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .orderBy('attempt_id')
    .orderBy('position')
    .orderBy('try_no')
    .orderBy('id')
    .execute()
  return rows.map(markOf)
}

export type StoredMark = MadeMark & { attempt_id: string; school_id: string }

export async function findMark(tx: Tx, id: string): Promise<StoredMark | null> {
  const row = await tx.selectFrom('marks').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? markOf(row) : null
}

export async function insertMarks(
  tx: Tx,
  attempt: { id: string; school_id: string },
  marks: readonly MadeMark[],
): Promise<void> {
  if (marks.length === 0) return
  await tx
    .insertInto('marks')
    .values(
      marks.map((mark) => ({
        ...mark,
        attempt_id: attempt.id,
        school_id: attempt.school_id,
        answer: mark.answer === null ? null : canonicalJson(mark.answer),
        score: mark.score === null ? null : String(mark.score),
        max_score: String(mark.max_score),
        feedback: json(mark.feedback),
        details: json(mark.details),
        degraded_reasons: json(mark.degraded_reasons),
        awarded: mark.awarded === null ? null : json(mark.awarded),
      })),
    )
    .execute()
}

/** Whether a mark counts, and what took its place: nothing else of a mark ever changes. */
export async function updateStanding(
  tx: Tx,
  mark: Pick<MadeMark, 'id' | 'counts' | 'superseded_by' | 'superseded_at' | 'superseded_reason'>,
): Promise<void> {
  const { id, counts, superseded_by, superseded_at, superseded_reason } = mark
  await tx
    .updateTable('marks')
    .set({ counts, superseded_by, superseded_at, superseded_reason })
    .where('id', '=', id)
    .execute()
}

export interface WaitingMark {
  mark: StoredMark
  assignment_id: string
  classroom_id: string
  quiz_id: string
  place: WaitingPlace
}

/** Answers of these classes that wait for a person: question by question, equal answers together. */
export async function listWaiting(
  tx: Tx,
  classroomIds: readonly string[],
  page: { assignmentId?: string; versionId?: string; after: WaitingPlace | null; limit: number },
): Promise<WaitingMark[]> {
  if (classroomIds.length === 0) return []
  const { after } = page
  const rows = await waitingIn(tx, classroomIds)
    .selectAll('marks')
    .select([
      'assignments.id as assignment_id',
      'assignments.classroom_id',
      'assignments.quiz_id',
      sql<string>`md5(coalesce(marks.answer, ''))`.as('digest'),
    ])
    .$if(page.assignmentId !== undefined, (query) =>
      query.where('attempts.assignment_id', '=', page.assignmentId ?? ''),
    )
    .$if(page.versionId !== undefined, (query) =>
      query.where('marks.question_version_id', '=', page.versionId ?? ''),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(marks.question_version_id, md5(coalesce(marks.answer, '')), marks.id)
          > (${after?.versionId}::uuid, ${after?.digest}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('marks.question_version_id')
    .orderBy(sql`md5(coalesce(marks.answer, ''))`)
    .orderBy('marks.id')
    .limit(page.limit)
    .execute()
  return rows.map(({ assignment_id, classroom_id, quiz_id, digest, ...row }) => ({
    mark: markOf(row),
    assignment_id,
    classroom_id,
    quiz_id,
    place: { versionId: row.question_version_id, digest, id: row.id },
  }))
}

/** A place in the order of the queue. */
export interface WaitingPlace {
  versionId: string
  digest: string
  id: string
}

/** How many answers to one question of one assignment wait. */
export interface WaitingCount {
  assignment_id: string
  quiz_id: string
  question_version_id: string
  waiting: number
}

/** How many answers of these classes wait for a person: the same that `listWaiting` lists. */
export async function countWaiting(tx: Tx, classroomIds: readonly string[]): Promise<WaitingCount[]> {
  if (classroomIds.length === 0) return []
  return waitingIn(tx, classroomIds)
    .select([
      'assignments.id as assignment_id',
      'assignments.quiz_id',
      'marks.question_version_id',
      sql<number>`count(*)::int`.as('waiting'),
    ])
    .groupBy(['assignments.id', 'assignments.quiz_id', 'marks.question_version_id'])
    .orderBy('marks.question_version_id')
    .orderBy('assignments.id')
    .execute()
}

const waitingIn = (tx: Tx, classroomIds: readonly string[]) =>
  tx
    .selectFrom('marks')
    .innerJoin('attempts', 'attempts.id', 'marks.attempt_id')
    .innerJoin('assignments', 'assignments.id', 'attempts.assignment_id')
    .where('marks.outcome', '=', 'pending')
    .where('marks.superseded_at', 'is', null)
    .where('assignments.classroom_id', 'in', classroomIds)

function markOf(row: Selectable<Tables['marks']>): StoredMark {
  return {
    ...row,
    marker: row.marker as MadeMark['marker'],
    outcome: row.outcome as MadeMark['outcome'],
    score: row.score === null ? null : Number(row.score),
    max_score: Number(row.max_score),
    answer: row.answer === null ? null : JSON.parse(row.answer),
    feedback: row.feedback as string[],
    details: row.details as MadeMark['details'],
    degraded_reasons: row.degraded_reasons as string[],
    awarded: row.awarded as MadeMark['awarded'],
  }
}
