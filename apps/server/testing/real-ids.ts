import type { ClassWithObjectives } from './class-with-objectives.ts'
import type { QuizDevice } from './quiz-device.ts'

/** Things of a class that are really there, by the names that requests call them. */
export async function realIdsOf(house: ClassWithObjectives): Promise<Record<string, string>> {
  const { teacher, quizId, studentIds, publish, start, right, placeOf } = house
  const assignment_id = await publish({ feedback_mode: 'immediate' })
  const essay = placeOf('extended_text')
  const ended = await start(assignment_id, 1)
  await ended.answer(essay, right(essay))
  await ended.finish()
  const line = await start(assignment_id)
  const quiz = (await teacher.call('getQuiz', { params: { quiz_id: quizId } })).body
  const counted = await markEssay(house)
  const { question_version_id, change_id } = await makeChange(house, line, counted)
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
    mark_id: counted,
    question_version_id,
    change_id,
    claim_id: `${student_id}~${objective}`,
    position: '1',
    competency_id: objective ?? '',
    subject_type: 'mastery',
    subject_id: `${student_id}~${objective}`,
  }
}

/** The essay that waits, marked by the teacher: its mark, which may be given again, and counts as evidence. */
async function markEssay({ teacher }: ClassWithObjectives): Promise<string> {
  const [item] = (await teacher.call('listMarkingQueue', { query: {} })).body.items
  const awarded = Object.fromEntries((item?.scheme.parts ?? []).map(({ id }) => [id, 1]))
  const params = { mark_id: item?.mark_id ?? '' }
  return (await teacher.call('decideMark', { params, body: { awarded } })).body.mark_id
}

/** An answer of the other student, taken out of the evidence; and the question version that still counts. */
async function makeChange(
  { teacher, test, right, placeOf }: ClassWithObjectives,
  line: QuizDevice,
  counted: string,
): Promise<{ question_version_id: string; change_id: string }> {
  const place = placeOf('multiple_choice')
  await line.answer(place, right(place))
  await line.check(place)
  await test.runUntilQuiet()
  const rows = await test.db.selectFrom('evidence').selectAll().where('status', '=', 'active').execute()
  const other = rows.find(({ mark_id }) => mark_id !== counted)?.mark_id ?? ''
  const { body, text } = await teacher.call('recompute', {
    body: { dry_run: false, mark_ids: [other], reason: 'voided' },
  })
  if (!body.change_id) throw new Error(`no change was made: ${text}`)
  await test.runUntilQuiet()
  const own = rows.find(({ mark_id }) => mark_id === counted)
  return { question_version_id: own?.question_version_id ?? '', change_id: body.change_id }
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
