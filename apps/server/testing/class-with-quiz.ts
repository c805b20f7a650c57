import type { SettingsChange } from '@waymark/contract/attempts/assignments.ts'
import { listKinds, modelAnswer, type Question, readQuestion } from '@waymark/questions/kinds.ts'
import { plantSampleSchool } from '../people/index.ts'
import { type Client, openTestHouse, type TestHouse } from './harness.ts'
import { QuizDevice } from './quiz-device.ts'

/** A school with one class and one published quiz that holds a question of every kind, for tests. */
export interface ClassWithQuiz {
  test: TestHouse
  schoolId: string
  classroomId: string
  teacherId: string
  teacher: Client
  studentIds: string[]
  students: Client[]
  quizId: string
  /** As the library holds them, in authored order. */
  questions: Question[]
  publish(settings?: SettingsChange, window?: { from?: string; until?: string | null }): Promise<string>
  /** Starts a quiz and answers with a line of events that knows its attempt. */
  start(assignmentId: string, student?: number, deviceId?: string): Promise<QuizDevice>
  /** A right answer, and one that is not, to the question at a place of the quiz. */
  right(place: number): unknown
  /** Places of the quiz by kind, from 1. */
  placeOf(kind: string): number
}

const OPENS = '2026-03-02T09:00:00Z'
const STUDENTS = ['Ada Byron', 'Ben Okri', 'Cal Newport', '=1+1 Formula']

export async function openClassWithQuiz(settings: Record<string, string> = {}): Promise<ClassWithQuiz> {
  const test = await openTestHouse({ settings })
  const school = await plantSampleSchool(test.context(), {
    name: 'Test School',
    slug: 'test',
    time_zone: 'Europe/London',
    locale: 'en-GB',
    people: [
      { role: 'teacher', first_name: 'Jane', last_name: 'Doe' },
      ...STUDENTS.map((name, index) => {
        const [first_name = '', last_name = ''] = name.split(' ')
        return {
          role: 'student' as const,
          first_name,
          last_name,
          username: `student.${index}`,
          year_group: 8,
        }
      }),
    ],
    classrooms: [
      {
        name: '8B',
        subject: 'Computing',
        year_group: 8,
        academic_year: '2025-26',
        teachers: ['Doe'],
        students: STUDENTS.map((_, index) => `student.${index}`),
      },
    ],
  })
  const { schoolId } = school
  const idOf = (key: string) => school.people.get(key) ?? ''
  const signIn = (userId: string, role: 'teacher' | 'student') =>
    test.as({ userId, schoolId, role, sessionId: `session of ${userId}` })
  const teacherId = idOf('Doe')
  const teacher = signIn(teacherId, 'teacher')
  const studentIds = STUDENTS.map((_, index) => idOf(`student.${index}`))
  const students = studentIds.map((id) => signIn(id, 'student'))
  const classroomId = school.classrooms.get('8B') ?? ''
  const { quizId, questions } = await makeQuiz(teacher)
  return {
    test,
    schoolId,
    classroomId,
    teacherId,
    teacher,
    studentIds,
    students,
    quizId,
    questions,
    publish: async (chosen = {}, { from = OPENS, until = null } = {}) => {
      const { status, body, text } = await teacher.call('publishQuiz', {
        params: { quiz_id: quizId },
        body: {
          classroom_ids: [classroomId],
          available_from: from,
          available_until: until,
          settings: chosen,
        },
      })
      const [assignment] = body.assignments ?? []
      if (status !== 201 || !assignment) throw new Error(`not published: ${text}`)
      return assignment.assignment_id
    },
    start: async (assignmentId, student = 0, deviceId = 'd1') => {
      const client = students[student]
      if (!client) throw new Error(`there is no student ${student}`)
      const { body, text, status } = await client.call('startAttempt', {
        params: { assignment_id: assignmentId },
        body: { device_id: deviceId, device_label: 'Chromebook' },
      })
      if (status >= 300) throw new Error(`not started: ${text}`)
      return new QuizDevice(client, body.attempt_id, deviceId, body.writer.epoch)
    },
    right: (place) => {
      const question = questions[place - 1]
      if (!question) throw new Error(`the quiz has no question ${place}`)
      return modelAnswer(question)
    },
    placeOf: (kind) => questions.findIndex((question) => question.kind === kind) + 1,
  }
}

async function makeQuiz(teacher: Client): Promise<{ quizId: string; questions: Question[] }> {
  const unit = await teacher.call('createUnit', {
    body: {
      title: 'Computer systems',
      subject: 'Computing',
      year_group: 8,
      objectives: [{ text: 'Explain what the parts of a computer do' }],
    },
  })
  const competencies = await teacher.call('listUnitCompetencies', { params: { unit_id: unit.body.id } })
  const objective = competencies.body.objectives[0]?.id ?? ''
  const quiz = await teacher.call('createQuiz', {
    body: { unit_id: unit.body.id, title: 'Parts of a computer', objective_ids: [objective] },
  })
  const quizId = quiz.body.id
  for (const { example } of listKinds()) {
    const question = { ...example, competency_ids: [objective] }
    const added = await teacher.call('addQuestion', { params: { quiz_id: quizId }, body: { question } })
    if (added.status !== 201) throw new Error(`not added: ${added.text}`)
    const approved = await teacher.call('approveQuestion', {
      params: { question_id: added.body.id },
      headers: { 'if-match': String(added.body.revision) },
    })
    if (approved.status !== 200) throw new Error(`not approved: ${approved.text}`)
  }
  const whole = await teacher.call('getQuiz', { params: { quiz_id: quizId } })
  return {
    quizId,
    questions: whole.body.questions.map(({ question }) => {
      const read = readQuestion(question)
      if ('findings' in read) throw new Error(JSON.stringify(read.findings))
      return read.question
    }),
  }
}
