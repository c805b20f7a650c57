import type { ResponseGroups } from '@waymark/contract/attempts/results.ts'
import { canonicalAnswer, keyOf, readAnswer } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import { auditClassLook } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuizForResults, listQuestions } from '../quiz-content.ts'
import { listMarks, type StoredMark } from '../store/marks.ts'
import { gatherWork } from './gather-class.ts'
import { answerText, verdictOf } from './get-attempt-results.ts'
import { attemptOf } from './rows.ts'

type Groups = z.output<typeof ResponseGroups>

/**
 * The answers of a class to one question, equal ones together, the most frequent first. `position` is the
 * question's place in the quiz as its author ordered it, whatever order each student saw.
 */
export async function listQuestionResponses(
  ctx: Context,
  assignmentId: string,
  position: number,
): Promise<Groups> {
  return ctx.transaction(async (tx) => {
    const { assignment, classroom, works } = await gatherWork(ctx, tx, assignmentId)
    const asked = (await getQuizForResults(tx, assignment.quiz_id)).questions[position - 1]
    if (!asked) throw new Refused('not_found')
    await auditClassLook(ctx, tx, classroom.id, 'responses')
    const told = works.flatMap((work) => {
      const attempt = attemptOf(work, assignment.settings.attempt_counts)
      return attempt?.status === 'completed' && !work.excused ? [{ work, attempt }] : []
    })
    const marks = (
      await listMarks(
        tx,
        told.map(({ attempt }) => attempt.id),
      )
    ).filter((mark) => mark.question_id === asked.question_id && mark.counts && mark.superseded_at === null)
    const versions = await listQuestions(tx, [...new Set(marks.map((mark) => mark.question_version_id))])
    const names = new Map(told.map(({ work, attempt }) => [attempt.id, work]))
    return {
      position,
      question_id: asked.question_id,
      stem: asked.question.stem,
      correct_answer: keyOf(asked.question),
      groups: group(marks, versions, (mark) => ({
        student_id: names.get(mark.attempt_id)?.student_id ?? '',
        name: names.get(mark.attempt_id)?.name ?? '',
        attempt_id: mark.attempt_id,
        mark_id: mark.id,
      })),
    }
  })
}

function group(
  marks: readonly StoredMark[],
  versions: ReadonlyMap<string, Question>,
  studentOf: (mark: StoredMark) => Groups['groups'][number]['students'][number],
): Groups['groups'] {
  const groups = new Map<string, Groups['groups'][number]>()
  for (const mark of marks) {
    const question = versions.get(mark.question_version_id)
    if (!question) continue
    const key = `${mark.question_version_id} ${mark.outcome} ${canonicalText(question, mark.answer)}`
    const found = groups.get(key) ?? {
      answer_text: answerText(question, mark.answer),
      verdict: verdictOf(mark),
      misconception_ids: mark.details.parts.flatMap(({ misconception_id }) => misconception_id ?? []),
      students: [],
    }
    found.students.push(studentOf(mark))
    groups.set(key, found)
  }
  return [...groups.values()].sort((a, b) => b.students.length - a.students.length)
}

/** Equal after the kind's own normalisation. */
function canonicalText(question: Question, answer: unknown): string {
  const read = readAnswer(question, answer)
  return ('answer' in read ? canonicalAnswer(question, read.answer) : null) ?? ''
}
