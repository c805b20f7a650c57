import { listKinds } from '@waymark/questions/kinds.ts'
import type { Caller } from './caller.ts'

const OPENED_BEFORE_MS = 60_000

/** Writes a quiz with a question of every kind, as a teacher would, and gives it to the class. */
export async function publishQuiz(teacher: Caller, classroomId: string): Promise<string> {
  const unit = await teacher.call<{ id: string }>('POST', '/units', {
    title: 'Computer systems',
    subject: 'Computing',
    year_group: 8,
    objectives: [{ text: 'Explain what the parts of a computer do' }],
  })
  const known = await teacher.call<{ objectives: { id: string }[] }>(
    'GET',
    `/units/${unit.body.id}/competencies`,
  )
  const objective = known.body.objectives[0]?.id
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', {
    unit_id: unit.body.id,
    title: 'Parts of a computer',
    objective_ids: [objective],
  })
  for (const { example } of listKinds()) {
    const question = { ...example, competency_ids: [objective] }
    const path = `/quizzes/${quiz.body.id}/questions`
    const added = await teacher.call<{ id: string; revision: number }>('POST', path, { question })
    const revision = { 'if-match': String(added.body.revision) }
    await teacher.call('POST', `/questions/${added.body.id}/approve`, {}, revision)
  }
  const published = await teacher.call<{ assignments: { assignment_id: string }[] }>(
    'POST',
    `/quizzes/${quiz.body.id}/publish`,
    {
      classroom_ids: [classroomId],
      available_from: new Date(Date.now() - OPENED_BEFORE_MS).toISOString(),
    },
  )
  return published.body.assignments[0]?.assignment_id ?? ''
}
