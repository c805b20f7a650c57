import type { House } from '../house.ts'
import { settle } from '../platform/settle.ts'
import { type KnownQuestion, knowQuestions } from './sitting.ts'
import type { Visitor } from './visitor.ts'

export interface PublishedQuiz {
  /** By name of the class. */
  assignments: Map<string, string>
  known: Map<string, KnownQuestion>
}

interface Publication {
  classroom_ids: string[]
  available_from: string
  available_until: string | null
  settings?: Record<string, unknown>
}

/** Generates a quiz by the rules; the teacher approves what passes, and sets the rest aside. */
export async function generateQuiz(
  house: House,
  teacher: Visitor,
  request: { unit_id: string; title: string; question_count: number; variation: number },
): Promise<string> {
  const { quiz_id } = await teacher.call('generateQuiz', {
    body: { ...request, generator: 'rules', exclude_kinds: ['extended_text'], duration_minutes: 20 },
  })
  await settle(house)
  await approveQuiz(teacher, quiz_id)
  return quiz_id
}

/** Approves question by question: warnings are read and accepted, errors send a question away. */
export async function approveQuiz(teacher: Visitor, quizId: string): Promise<void> {
  const quiz = await teacher.call('getQuiz', { params: { quiz_id: quizId } })
  for (const question of quiz.questions) {
    const params = { question_id: question.id }
    const headers = { 'if-match': String(question.revision) }
    const blocked = question.findings.some(({ level }) => level === 'error')
    if (blocked) await teacher.call('rejectQuestion', { params, headers, body: { reason: 'unclear' } })
    else await teacher.call('approveQuestion', { params, headers })
  }
}

export async function publishQuiz(
  teacher: Visitor,
  quizId: string,
  publication: Publication,
): Promise<PublishedQuiz> {
  const { assignments } = await teacher.call('publishQuiz', {
    params: { quiz_id: quizId },
    body: publication,
    headers: { 'idempotency-key': `sample-${quizId}` },
  })
  const quiz = await teacher.call('getQuiz', { params: { quiz_id: quizId } })
  return {
    assignments: new Map(
      assignments.map(({ classroom_name, assignment_id }) => [classroom_name, assignment_id]),
    ),
    known: knowQuestions(quiz.questions),
  }
}
