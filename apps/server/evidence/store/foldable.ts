import { readFraction, toNumber, ZERO } from '@waymark/science/marking/fraction.ts'
import { JUDGEMENT_MARKS } from '@waymark/science/mastery/evidence-weight.ts'
import { type Standing, standings } from '@waymark/science/mastery/standing-of.ts'
import type { Tx } from '../../platform/db/database.ts'
import { JUDGEMENT_RULE } from '../derive.ts'
import { listRepliedSince } from './replies.ts'

/** A piece of evidence as an estimate takes it. */
export interface FoldablePiece {
  event_id: string
  competency_id: string
  occurred_at: Date
  /** The school's day, `2026-03-02`. */
  local_day: string
  attempt_id: string | null
  /** Null for a judgement. */
  item_id: string | null
  value: number
  weight: number
  try_no: number
  judgement: Standing | null
}

/** What became of a student's evidence after a change: pieces that came, and whether others ceased to count. */
export interface EvidenceSince {
  pieces: FoldablePiece[]
  anyWithdrawn: boolean
  /** Competencies on which the student replied to a claim. */
  repliedOn: string[]
}

/** What counts at change `upTo` of a student and weighs something. */
export async function listFoldable(tx: Tx, studentId: string, upTo: number): Promise<FoldablePiece[]> {
  const rows = await foldable(tx, studentId, upTo).execute()
  return rows.map(pieceOf)
}

/** The same, limited to what came after `known`. */
export async function listFoldableSince(
  tx: Tx,
  studentId: string,
  known: number,
  upTo: number,
): Promise<EvidenceSince> {
  const rows = await foldable(tx, studentId, upTo).where('change_no', '>', known).execute()
  const withdrawn = await tx
    .selectFrom('evidence')
    .select('id')
    .where('student_id', '=', studentId)
    .where('superseded_change_no', '>', known)
    .where('superseded_change_no', '<=', upTo)
    .where('change_no', '<=', known)
    .limit(1)
    .executeTakeFirst()
  const repliedOn = await listRepliedSince(tx, studentId, known, upTo)
  return { pieces: rows.map(pieceOf), anyWithdrawn: withdrawn !== undefined, repliedOn }
}

/** As of change `upTo`: what ceased to count later still counted then. */
const foldable = (tx: Tx, studentId: string, upTo: number) =>
  tx
    .selectFrom('evidence')
    .select([
      'event_id',
      'competency_id',
      'occurred_at',
      'local_day',
      'attempt_id',
      'item_id',
      'value',
      'weight',
      'try_no',
      'rule',
    ])
    .$narrowType<{ competency_id: string }>()
    .where('student_id', '=', studentId)
    .where('competency_id', 'is not', null)
    .where('weight', '>', 0)
    .where('change_no', '<=', upTo)
    .where((where) =>
      where.or([where('superseded_change_no', 'is', null), where('superseded_change_no', '>', upTo)]),
    )
    .orderBy('occurred_at')
    .orderBy('event_id')
    .orderBy('competency_id')

function pieceOf({
  rule,
  value,
  ...row
}: Omit<FoldablePiece, 'value' | 'judgement'> & { rule: string; value: string }) {
  const mark = toNumber(readFraction(value) ?? ZERO)
  const judgement = rule === JUDGEMENT_RULE ? judgementOf(mark) : null
  return { ...row, value: mark, judgement }
}

const judgementOf = (mark: number): Standing =>
  standings.find((standing) => JUDGEMENT_MARKS[standing] === mark) ?? 'learning'
