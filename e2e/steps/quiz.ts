import type { SettingsChange } from '@waymark/contract/attempts/assignments.ts'
import type { KindScript } from './kind-script.ts'
import { kindScripts } from './kinds.ts'
import type { SampleClass } from './school.ts'

export interface PublishedQuiz {
  title: string
  quizId: string
  assignmentId: string
  /** The script of the question at each position, from 1. */
  scripts: ReadonlyMap<number, KindScript>
}

/** A teacher writes a quiz with one question of each kind, approves it and gives it to some of the class. */
export async function publishAllKinds(
  { teacher, unitId, classroomId, objectiveId }: SampleClass,
  { title, studentIds, settings = {} }: { title: string; studentIds: string[]; settings?: SettingsChange },
): Promise<PublishedQuiz> {
  const { id: quizId } = await teacher.call('createQuiz', {
    body: { unit_id: unitId, title, year_group: 8, duration_minutes: 20 },
  })
  for (const { question } of kindScripts) {
    const { id, revision } = await teacher.call('addQuestion', {
      params: { quiz_id: quizId },
      body: { question: { ...question, competency_ids: [objectiveId] } },
    })
    await teacher.call('approveQuestion', {
      params: { question_id: id },
      headers: { 'if-match': String(revision) },
    })
  }
  const { assignments } = await teacher.call('publishQuiz', {
    params: { quiz_id: quizId },
    headers: { 'idempotency-key': `publish-${quizId}` },
    body: {
      classroom_ids: [classroomId],
      student_ids: studentIds,
      available_from: new Date(Date.now() - 60_000).toISOString(),
      available_until: new Date(Date.now() + 3_600_000).toISOString(),
      settings,
    },
  })
  const assignmentId = assignments[0]?.assignment_id
  if (!assignmentId) throw new Error(`"${title}" was published to nobody.`)
  return {
    title,
    quizId,
    assignmentId,
    scripts: new Map(kindScripts.map((script, at) => [at + 1, script])),
  }
}
