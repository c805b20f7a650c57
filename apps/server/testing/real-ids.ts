import type { ClassWithObjectives } from './class-with-objectives.ts'

/** Things of a class that are really there, by the names that requests call them. */
export async function realIdsOf(house: ClassWithObjectives): Promise<Record<string, string>> {
  const { teacher, quizId, studentIds, publish, start, test, right, placeOf } = house
  const assignment_id = await publish({ feedback_mode: 'immediate' })
  const essay = placeOf('extended_text')
  const ended = await start(assignment_id, 1)
  await ended.answer(essay, right(essay))
  await ended.finish()
  const line = await start(assignment_id)
  const quiz = (await teacher.call('getQuiz', { params: { quiz_id: quizId } })).body
  const queue = (await teacher.call('listMarkingQueue', { query: {} })).body
  await test.runUntilQuiet()
  const student_id = studentIds[0] ?? ''
  const competency_id = quiz.questions[0]?.question.competency_ids
  const [objective] = Array.isArray(competency_id) ? (competency_id as string[]) : []
  return {
    school_id: house.schoolId,
    classroom_id: house.classroomId,
    student_id,
    user_id: house.teacherId,
    quiz_id: quizId,
    unit_id: quiz.unit_id,
    question_id: quiz.questions[0]?.id ?? '',
    assignment_id,
    attempt_id: line.attemptId,
    mark_id: queue.items[0]?.mark_id ?? '',
    position: '1',
    competency_id: objective ?? '',
    subject_type: 'mastery',
    subject_id: `${student_id}~${objective}`,
  }
}

const nobody = /^01900000-0000-7000-8000-00000000dead$/

/** A plausible value whose ids of nobody give way to those that fit the name of their field. */
export function withIds(value: unknown, ids: Readonly<Record<string, string>>, name = ''): unknown {
  if (Array.isArray(value)) return value.map((part) => withIds(part, ids, name.replace(/s$/, '')))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([field, part]) => [field, withIds(part, ids, field)]),
    )
  return typeof value === 'string' && nobody.test(value) ? (ids[name] ?? value) : value
}
