import type { Question } from '@waymark/questions/question.ts'
import { displayName, listPeople } from '../people/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { loadQuestions } from './quiz-content.ts'
import { answerText, verdictOf } from './results/get-attempt-results.ts'
import { newestMark } from './results/newest-mark.ts'
import { type AttemptRecord, findAttempt } from './store/attempts.ts'
import { findMark, listMarks, type StoredMark } from './store/marks.ts'

/** A mark down to the answer under it. */
export interface MarkExplanation {
  mark_id: string
  attempt_id: string
  assignment_id: string | null
  student_id: string
  position: number
  question_id: string
  question_version_id: string
  stem: string
  answer_text: string
  verdict: ReturnType<typeof verdictOf>
  score: number | null
  max_score: number
  try_no: number
  hint_used: boolean
  revealed: boolean
  feedback: string[]
  marker: string
  marker_version: string
  /** The person who marked; null when it was a rule. */
  marked_by: string | null
  marked_at: Date
  /** When the newest mark that counts in the attempt was made: what any figure of it is as of. */
  as_of: Date
  /** Machine words of the marker: `typo`, `unit`, `too_short`. */
  reasons: string[]
  degraded_reasons: string[]
  status: 'active' | 'superseded'
  superseded_by: string | null
  superseded_reason: string | null
  /** Other marks of the same question in the same attempt, the first try first. */
  history: { mark_id: string; try_no: number; score: number | null; marked_at: Date; counts: boolean }[]
}

/** What stands under a mark; null for an unknown id. Whether the viewer may see it is asked before. */
export async function explainMark(tx: Tx, markId: string): Promise<MarkExplanation | null> {
  const mark = await findMark(tx, markId)
  const attempt = mark ? await findAttempt(tx, mark.attempt_id) : null
  if (!mark || !attempt) return null
  const marks = await listMarks(tx, [attempt.id])
  const [explanation] = await explanationsOf(tx, attempt, [mark], marks)
  return explanation ?? null
}

/** The result of an attempt down to the marks that count for it. */
export interface ResultExplanation {
  attempt_id: string
  assignment_id: string | null
  student_id: string
  quiz_title: string
  status: AttemptRecord['status']
  ended_at: Date | null
  score: number | null
  max_score: number | null
  /** Answers that wait for a person. */
  waiting: number
  /** When the newest of the marks was made; null where there is none. */
  as_of: Date | null
  /** In the order in which the student met the questions. */
  marks: MarkExplanation[]
}

/** What stands under a result; null for an unknown id. Whether the viewer may see it is asked before. */
export async function explainResult(tx: Tx, attemptId: string): Promise<ResultExplanation | null> {
  const attempt = await findAttempt(tx, attemptId)
  if (!attempt) return null
  const marks = await listMarks(tx, [attempt.id])
  const counting = marks.filter(({ counts, superseded_at }) => counts && superseded_at === null)
  return {
    attempt_id: attempt.id,
    assignment_id: attempt.assignment_id,
    student_id: attempt.student_id,
    quiz_title: attempt.snapshot.quiz_title,
    status: attempt.status,
    ended_at: attempt.ended_at,
    score: attempt.score,
    max_score: attempt.max_score,
    waiting: attempt.pending_count ?? 0,
    as_of: newestMark(counting),
    marks: await explanationsOf(tx, attempt, counting, marks),
  }
}

async function explanationsOf(
  tx: Tx,
  attempt: AttemptRecord,
  wanted: readonly StoredMark[],
  all: readonly StoredMark[],
): Promise<MarkExplanation[]> {
  const questions = await loadQuestions(tx, attempt)
  const people = await listPeople(
    tx,
    wanted.flatMap(({ marked_by }) => marked_by ?? []),
  )
  return wanted.map((mark) => {
    const person = people.get(mark.marked_by ?? '')
    return {
      ...factsOf(mark, attempt, questions.get(mark.question_version_id)),
      marked_by: person ? displayName(person) : null,
      as_of: newestMark(all) ?? mark.marked_at,
      history: all
        .filter(({ id, position }) => id !== mark.id && position === mark.position)
        .map(({ id, try_no, score, marked_at, counts }) => ({
          mark_id: id,
          try_no,
          score,
          marked_at,
          counts,
        })),
    }
  })
}

const factsOf = (
  mark: StoredMark,
  attempt: AttemptRecord,
  question: Question | undefined,
): Omit<MarkExplanation, 'marked_by' | 'history' | 'as_of'> => ({
  mark_id: mark.id,
  attempt_id: attempt.id,
  assignment_id: attempt.assignment_id,
  student_id: attempt.student_id,
  position: mark.position,
  question_id: mark.question_id,
  question_version_id: mark.question_version_id,
  stem: question?.stem ?? '',
  answer_text: question ? answerText(question, mark.answer) : '',
  verdict: verdictOf(mark),
  score: mark.score,
  max_score: mark.max_score,
  try_no: mark.try_no,
  hint_used: mark.hint_used,
  revealed: mark.revealed,
  feedback: mark.feedback,
  marker: mark.marker,
  marker_version: mark.marker_version,
  marked_at: mark.marked_at,
  reasons: mark.details.reasons,
  degraded_reasons: mark.degraded_reasons,
  status: mark.superseded_at === null ? 'active' : 'superseded',
  superseded_by: mark.superseded_by,
  superseded_reason: mark.superseded_reason,
})

/** The words of the answers under marks, by mark id, cut at `longest` characters: for evidence excerpts. */
export async function listMarkExcerpts(
  tx: Tx,
  marks: readonly { mark_id: string; attempt_id: string }[],
  longest = 300,
): Promise<Map<string, string>> {
  const excerpts = new Map<string, string>()
  const wanted = new Set(marks.map(({ mark_id }) => mark_id))
  for (const attemptId of new Set(marks.map(({ attempt_id }) => attempt_id))) {
    const attempt = await findAttempt(tx, attemptId)
    if (!attempt) continue
    const questions = await loadQuestions(tx, attempt)
    for (const mark of await listMarks(tx, [attemptId])) {
      const question = questions.get(mark.question_version_id)
      if (question && wanted.has(mark.id))
        excerpts.set(mark.id, [...answerText(question, mark.answer)].slice(0, longest).join(''))
    }
  }
  return excerpts
}
