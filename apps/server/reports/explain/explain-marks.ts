import { explainMark, explainResult, listHeldBack, type MarkExplanation } from '../../attempts/index.ts'
import { displayName, getStudentFor } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import {
  attemptHref,
  type EvidenceItem,
  type Explained,
  marksText,
  nothingMore,
  plainItem,
} from './explanation.ts'

/** A mark down to the answer under it, with the tries and marks before. */
export async function markExplanation(ctx: Context, tx: Tx, markId: string): Promise<Explained> {
  const mark = await explainMark(tx, markId)
  if (!mark) throw new Refused('not_found')
  const name = await openedFor(ctx, tx, mark, 'mark')
  const title = `${name}, question ${mark.position}: ${mark.stem}`
  return {
    ...nothingMore,
    subject: { subject_type: 'mark', subject_id: markId, title },
    value: mark.score,
    display: mark.score === null ? 'waits for a teacher' : marksText(mark.score, mark.max_score),
    state: mark.score === null ? 'not_enough_evidence' : 'known',
    state_reasons: mark.score === null ? ['marks_waiting'] : [],
    rule: { sentence: sentenceOf(mark), formula_version: mark.marker_version },
    evidence: [itemOf(mark)],
    history: mark.history.map(({ marked_at, score, try_no }) => ({
      at: marked_at.toISOString(),
      display: marksText(score, mark.max_score),
      reason: `Try ${try_no}`,
    })),
    degraded_reasons: mark.degraded_reasons,
    as_of: mark.as_of.toISOString(),
  }
}

/** The result of one attempt down to the marks that it is the sum of. */
export async function resultExplanation(ctx: Context, tx: Tx, attemptId: string): Promise<Explained> {
  const result = await explainResult(tx, attemptId)
  if (!result) throw new Refused('not_found')
  const name = await openedFor(ctx, tx, result, 'result')
  const hasScore = result.score !== null
  const waits = result.waiting > 0 ? ['marks_waiting'] : []
  return {
    ...nothingMore,
    subject: { subject_type: 'quiz_result', subject_id: attemptId, title: `${result.quiz_title}: ${name}` },
    value: result.score,
    display: result.score === null ? 'not finished' : marksText(result.score, result.max_score),
    state: hasScore ? 'known' : 'not_enough_evidence',
    state_reasons: hasScore ? [] : waits,
    rule: {
      sentence:
        'The sum of the marks below. Of several tries at a question the best one before the answer was shown counts.',
      formula_version: 'sum-of-marks-1',
    },
    evidence: result.marks.map(itemOf),
    degraded_reasons: [
      ...(hasScore ? waits : []),
      ...new Set(result.marks.flatMap(({ degraded_reasons }) => degraded_reasons)),
    ],
    as_of: (result.as_of ?? ctx.now).toISOString(),
  }
}

/**
 * The name of the student whose work is opened. Who may see the student may open the work; the student and the
 * guardians once it is released.
 */
async function openedFor(
  ctx: Context,
  tx: Tx,
  { student_id, attempt_id }: { student_id: string; attempt_id: string },
  what: string,
): Promise<string> {
  const student = await getStudentFor(tx, ctx, student_id, what)
  const isTheirs = ['student', 'guardian'].includes(whoIs(ctx).role)
  if (isTheirs && (await listHeldBack(ctx, tx, [attempt_id])).size > 0) throw new Refused('not_found')
  return displayName(student)
}

function sentenceOf(mark: MarkExplanation): string {
  if (mark.score === null) return 'Only a person can mark this answer. It waits in the marking queue.'
  if (mark.marker === 'human') return 'A teacher gave these marks by the mark scheme.'
  return 'Marked by rule: the marks of the question times the share of the answer that is right.'
}

function itemOf(mark: MarkExplanation): EvidenceItem {
  const help = [mark.hint_used ? 'with a hint' : [], mark.revealed ? 'after the answer was shown' : []].flat()
  return {
    ...plainItem,
    id: mark.mark_id,
    kind: 'answer',
    source: [
      `Question ${mark.position}`,
      `try ${mark.try_no}`,
      ...help,
      marksText(mark.score, mark.max_score),
    ].join(', '),
    excerpt: mark.answer_text === '' ? 'No answer was given.' : mark.answer_text,
    context_before: mark.stem,
    occurred_at: mark.marked_at.toISOString(),
    author: mark.marked_by,
    marker: mark.marker,
    status: mark.status,
    href: attemptHref(mark.attempt_id, mark.position),
  }
}
