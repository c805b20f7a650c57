import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ClassWithObjectives,
  openClassWithObjectives,
  sentJudgement,
} from '../testing/class-with-objectives.ts'
import type { Client } from '../testing/harness.ts'
import type { QuizDevice } from '../testing/quiz-device.ts'

let house: ClassWithObjectives
let assignmentId: string
let line: QuizDevice
let objective: string
beforeAll(async () => {
  house = await openClassWithObjectives()
  assignmentId = await house.publish()
  objective = house.questions[0]?.competency_ids[0] ?? ''
  line = await takeQuiz(assignmentId, 0, () => true)
  await takeQuiz(assignmentId, 1, (place) => place % 2 === 0)
  await house.test.runUntilQuiet()
})
afterAll(() => house.test.close())

const studentId = (at: number) => house.studentIds[at] ?? ''
const student = (at: number): Client => house.students[at] ?? expect.unreachable()

/** Answers the chosen questions rightly, leaves the others out, and finishes. */
async function takeQuiz(
  assignment: string,
  at: number,
  isChosen: (place: number) => boolean,
): Promise<QuizDevice> {
  const taken = await house.start(assignment, at)
  for (const [index] of house.questions.entries())
    if (isChosen(index + 1)) await taken.answer(index + 1, house.right(index + 1))
  await taken.finish()
  return taken
}

const explain = (client: Client, subject_type: string, subject_id: string, query = {}) =>
  client.call('explain', { params: { subject_type, subject_id }, query })

/** The figures of a student wherever one can be asked for: none of them may tell a mark before its time. */
async function figuresOf(client: Client, at: number) {
  const student_id = studentId(at)
  const explained = (await explain(client, 'mastery', masteryOf(at))).body
  const body = { student_id, competency_id: objective }
  const { competencies } = (await client.call('queryMastery', { body })).body
  const { topics } = (await client.call('getProgress', { params: { student_id } })).body
  const { effect_of_other_evidence } = (await client.call('listEvidence', { query: body })).body
  const { value, display, state, would_settle, history } = explained
  return { value, display, state, would_settle, history, competencies, topics, effect_of_other_evidence }
}
const masteryOf = (at: number) => `${studentId(at)}~${objective}`

describe('the evidence drawer', () => {
  test('opens an estimate down to the answers, with words, marker and the page of each', async () => {
    const { status, body } = await explain(house.teacher, 'mastery', masteryOf(0))
    expect(status).toBe(200)
    const query = await house.teacher.call('queryMastery', {
      body: { student_id: studentId(0), competency_id: objective },
    })
    const [estimate] = query.body.competencies
    expect(body).toMatchObject({
      subject: { subject_type: 'mastery', title: 'Explain what the parts of a computer do' },
      value: estimate?.probability,
      state: 'known',
      rule: { formula_version: 'tracer-k-1' },
      hidden_count: 0,
    })
    expect(body.display).toMatch(/^\d+% \(\d+%–\d+%\), (secure|learning)$/)
    expect(body.evidence.length).toBe(house.questions.length - 1)
    for (const item of body.evidence) {
      expect(item).toMatchObject({ kind: 'answer', marker: 'rule', status: 'active', weight: 1 })
      expect(item.excerpt.length).toBeGreaterThan(0)
      expect(item.effect).toBeGreaterThan(0)
      expect(item.href).toBe(`/attempts/${line.attemptId}/results`)
    }
  })

  test('opens a result down to its marks, and a mark down to the answer; the title names the student', async () => {
    const results = (await line.results()).body
    const result = await explain(student(0), 'quiz_result', line.attemptId)
    expect(result.body).toMatchObject({
      value: results.score,
      state: 'known',
      state_reasons: [],
      degraded_reasons: ['marks_waiting'],
      subject: { title: 'Parts of a computer: Ada Byron' },
    })
    expect(result.body.display).toContain(`${results.score} of ${results.max_score} (${results.percentage}%)`)
    const question = results.questions?.[0]
    const mark = await explain(student(0), 'mark', question?.mark_id ?? '')
    expect(mark.body).toMatchObject({
      value: question?.score,
      state: 'known',
      rule: { formula_version: expect.any(String) },
    })
    expect(mark.body.evidence).toMatchObject([
      { excerpt: question?.own_answer_text, context_before: question?.stem, marker: 'rule' },
    ])
  })

  test('says that an answer which only a person can mark waits', async () => {
    const results = (await line.results()).body
    const essay = results.questions?.find(({ verdict }) => verdict === 'waiting')
    const { body } = await explain(house.teacher, 'mark', essay?.mark_id ?? '')
    expect(body).toMatchObject({
      value: null,
      state: 'not_enough_evidence',
      state_reasons: ['marks_waiting'],
    })
  })

  test.each(['mean', 'median', 'highest', 'lowest'] as const)(
    'opens the %s of a class down to the same results as the screen',
    async (figure) => {
      const screen = await house.teacher.call('getClassResults', {
        params: { assignment_id: assignmentId },
        query: {},
      })
      const { body } = await explain(house.teacher, 'class_figure', `${assignmentId}~${figure}`)
      expect(body.value).toBe(screen.body.tiles[figure])
      expect(body.evidence.map(({ source }) => source).sort()).toEqual(['Ada Byron', 'Ben Okri'])
      expect(body.evidence.every(({ href }) => href?.startsWith('/attempts/'))).toBe(true)
    },
  )

  test('counts in the bands of the histogram exactly those who are in them', async () => {
    const screen = await house.teacher.call('getClassResults', {
      params: { assignment_id: assignmentId },
      query: {},
    })
    for (const [index, { count }] of screen.body.histogram.entries()) {
      const { body } = await explain(house.teacher, 'class_figure', `${assignmentId}~band_${index + 1}`)
      expect([body.value, body.evidence.length]).toEqual([count, count])
    }
  })

  test.each([
    ['a classmate’s estimate', () => explain(student(2), 'mastery', masteryOf(0))],
    ['a classmate’s result', () => explain(student(2), 'quiz_result', line.attemptId)],
    [
      'a figure of the class, to a student',
      () => explain(student(0), 'class_figure', `${assignmentId}~mean`),
    ],
    ['a figure that does not exist', () => explain(house.teacher, 'class_figure', `${assignmentId}~mode`)],
    ['an unknown type', () => explain(house.teacher, 'forecast', masteryOf(0))],
    ['a crafted id', () => explain(house.teacher, 'mastery', `${studentId(0)}~' or true --`)],
    ['half an id', () => explain(house.teacher, 'mastery', studentId(0))],
    ['a crafted mark', () => explain(house.teacher, 'mark', '<script>')],
    ['a foreign competency', () => explain(house.teacher, 'mastery', `${studentId(0)}~${studentId(1)}`)],
  ])('answers "not found" for %s', async (_, open) => {
    expect((await open()).status).toBe(404)
  })

  test('keeps marks that are not released from the student, who is told how many there are', async () => {
    const held = await house.publish({ marks_release: 'manual' })
    const chosen = ['multiple_choice', 'matching', 'numeric'].map((kind) => house.placeOf(kind))
    const before = await figuresOf(student(2), 2)
    const taken = await takeQuiz(held, 2, (place) => chosen.includes(place))
    await house.test.runUntilQuiet()
    const own = await explain(student(2), 'mastery', masteryOf(2))
    expect(own.body).toMatchObject({ evidence: [], hidden_count: 3, history: [] })
    expect(await figuresOf(student(2), 2)).toEqual(before)
    expect(await figuresOf(house.teacher, 2)).not.toEqual(before)
    expect((await explain(house.teacher, 'mastery', masteryOf(2))).body.evidence).toHaveLength(3)
    const mark = (await explain(house.teacher, 'quiz_result', taken.attemptId)).body.evidence[0]
    expect((await explain(student(2), 'mark', mark?.id ?? '')).status).toBe(404)
    expect((await explain(student(2), 'quiz_result', taken.attemptId)).status).toBe(404)
    const progress = await student(2).call('getProgress', { params: { student_id: studentId(2) } })
    expect(progress.text).not.toContain('First try')
    await house.teacher.call('releaseResults', { params: { assignment_id: held }, body: { what: 'marks' } })
    expect((await explain(student(2), 'mastery', masteryOf(2))).body.evidence).toHaveLength(3)
    expect((await explain(student(2), 'mark', mark?.id ?? '')).status).toBe(200)
    expect(await figuresOf(student(2), 2)).toEqual(await figuresOf(house.teacher, 2))
  })
})

describe('a mark that a teacher gives and changes', () => {
  test('moves the estimate by the answer’s own day, and the first mark stays in sight as superseded', async () => {
    const queue = await house.teacher.call('listMarkingQueue', { query: {} })
    const [item] = queue.body.items
    const part = item?.scheme.parts[0]
    const before = await explain(house.teacher, 'mastery', masteryOf(0))
    const decide = async (markId: string, points: number) =>
      (
        await house.teacher.call('decideMark', {
          params: { mark_id: markId },
          body: {
            awarded: Object.fromEntries(
              (item?.scheme.parts ?? []).map(({ id }) => [id, id === part?.id ? points : 1]),
            ),
          },
        })
      ).body
    const first = await decide(item?.mark_id ?? '', 1)
    await house.test.runUntilQuiet()
    const marked = await explain(house.teacher, 'mastery', masteryOf(0), { limit: 50 })
    expect(marked.body.evidence.length).toBe(before.body.evidence.length + 1)
    expect(marked.body.evidence.filter(({ marker }) => marker === 'human')).toHaveLength(1)
    await decide(first.mark_id, 0)
    await house.test.runUntilQuiet()
    const changed = await explain(house.teacher, 'mastery', masteryOf(0), { limit: 50 })
    const human = changed.body.evidence.filter(({ marker }) => marker === 'human')
    expect(human.map(({ status }) => status).sort()).toEqual(['active', 'superseded'])
    expect(human.find(({ status }) => status === 'superseded')?.effect).toBeNull()
    expect(changed.body.value).not.toBe(marked.body.value)
  })
})

describe('the class mastery map', () => {
  test('has a cell for each student and objective, and each student stands in one column', async () => {
    const { status, body } = await house.teacher.call('getClassMastery', {
      params: { classroom_id: house.classroomId },
      query: {},
    })
    expect(status).toBe(200)
    expect(body.students.map(({ name }) => name)).toContain('Ada Byron')
    for (const row of body.students) expect(row.cells).toHaveLength(body.objectives.length)
    for (const { counts } of body.objectives)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(body.students.length)
    const column = body.objectives.findIndex(({ competency_id }) => competency_id === objective)
    const nobody = body.students.find(({ student_id }) => student_id === studentId(3))
    expect(nobody?.cells[column]).toMatchObject({
      state: 'not_enough_evidence',
      probability: null,
      standing: null,
      evidence_count: 0,
    })
  })

  test('shows the same digits as the student’s own screen and the drawer', async () => {
    const map = await house.teacher.call('getClassMastery', {
      params: { classroom_id: house.classroomId },
      query: {},
    })
    const cell = map.body.students
      .find(({ student_id }) => student_id === studentId(1))
      ?.cells.find(({ competency_id }) => competency_id === objective)
    const progress = await student(1).call('getProgress', { params: { student_id: studentId(1) } })
    const own = progress.body.topics
      .flatMap(({ objectives }) => objectives)
      .find(({ competency_id }) => competency_id === objective)
    const drawer = await explain(student(1), 'mastery', masteryOf(1))
    expect(cell?.probability).not.toBeNull()
    expect([own?.probability, drawer.body.value]).toEqual([cell?.probability, cell?.probability])
    expect(own?.last_move).toMatchObject({ direction: 'up', reason: expect.stringMatching(/^First try/) })
  })

  test('narrows to a topic, and opens for the own class only', async () => {
    const open = (client: Client, query = {}) =>
      client.call('getClassMastery', { params: { classroom_id: house.classroomId }, query })
    const [topic] = (await open(house.teacher)).body.topics
    expect((await open(house.teacher, { topic_id: topic?.id })).body.objectives.length).toBeGreaterThan(0)
    expect((await open(house.teacher, { topic_id: house.newId() })).body.objectives).toEqual([])
    const stranger = house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'teacher' })
    expect((await open(stranger)).status).toBe(404)
    expect((await open(student(0))).status).toBe(403)
  })
})

describe('first screens', () => {
  test('Home counts what waits, lists own classes and what happened', async () => {
    const { body } = await house.teacher.call('getHome')
    const queue = await house.teacher.call('listMarkingQueue', { query: { limit: 200 } })
    expect(body.queues.marking).toBe(queue.body.items.length)
    expect(body.classrooms).toMatchObject([{ classroom_id: house.classroomId, name: '8B', student_count: 4 }])
    expect(body.classrooms[0]?.last_activity_at).not.toBeNull()
    const done = body.recent.find(
      (one) => one.kind === 'quiz_completed' && one.assignment_id === assignmentId,
    )
    expect(done).toMatchObject({ quiz_title: 'Parts of a computer', classroom_name: '8B', count: 2 })
    const stranger = house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'teacher' })
    expect((await stranger.call('getHome')).body).toMatchObject({ classrooms: [], recent: [] })
  })

  test('each number on Home opens a list of just as many', async () => {
    const held = await house.publish({ marks_release: 'manual' })
    await house.publish({ marks_release: 'manual' })
    await takeQuiz(held, 3, (place) => place === 1)
    const { unit_id } = (await house.teacher.call('getQuiz', { params: { quiz_id: house.quizId } })).body
    const draft = await house.teacher.call('createQuiz', { body: { unit_id, title: 'Not yet' } })
    const archived = await house.teacher.call('createQuiz', { body: { unit_id, title: 'Put aside' } })
    await house.teacher.call('archiveQuiz', { params: { quiz_id: archived.body.id } })
    const { queues } = (await house.teacher.call('getHome')).body
    const quizzes = await house.teacher.call('listQuizzes', { query: { awaiting: 'publishing' } })
    expect(quizzes.body.items.map(({ id }) => id)).toEqual([draft.body.id])
    expect(queues.drafts).toBe(1)
    const given = await house.teacher.call('listAssignments', { query: { awaiting: 'release' } })
    expect(given.body.items.map(({ assignment_id }) => assignment_id)).toEqual([held])
    expect(queues.release).toBe(1)
    await house.teacher.call('releaseResults', { params: { assignment_id: held }, body: { what: 'marks' } })
    expect((await house.teacher.call('getHome')).body.queues.release).toBe(0)
  })

  test('a quiz whose marks come when it closes waits for the teacher too, where it never closes', async () => {
    const marks = { marks_release: 'after_all_closed' } as const
    const endless = await house.publish(marks)
    const ending = await house.publish(marks, { until: '2026-03-09T09:00:00Z' })
    for (const assignment of [endless, ending]) await takeQuiz(assignment, 3, (place) => place === 1)
    const waiting = async () => {
      const { items } = (await house.teacher.call('listAssignments', { query: { awaiting: 'release' } })).body
      expect((await house.teacher.call('getHome')).body.queues.release).toBe(items.length)
      return items.map(({ assignment_id }) => assignment_id)
    }
    expect(await waiting()).toEqual([endless])
    const shown = await house.teacher.call('getAssignment', { params: { assignment_id: endless } })
    expect(shown.body.release.marks.when).toBe('by_teacher')
    await house.teacher.call('releaseResults', {
      params: { assignment_id: endless },
      body: { what: 'marks' },
    })
    expect(await waiting()).toEqual([])
  })

  test('a class counts as many answers to mark as the queue of that quiz holds', async () => {
    const essay = house.placeOf('extended_text')
    const both = [await house.publish(), await house.publish()]
    for (const [at, assignment] of both.entries())
      await takeQuiz(assignment, at + 2, (place) => place === essay)
    const { quizzes } = (
      await house.teacher.call('getClassOverview', { params: { classroom_id: house.classroomId } })
    ).body
    for (const assignment_id of both) {
      const queue = await house.teacher.call('listMarkingQueue', { query: { assignment_id } })
      expect(queue.body.items.map((item) => item.assignment_id)).toEqual([assignment_id])
      expect(queue.body.questions.map(({ waiting }) => waiting)).toEqual([1])
      expect(quizzes.find((one) => one.assignment_id === assignment_id)?.waiting).toBe(1)
    }
  })

  test('what waits of an archived class opens from the class that counts it, and stands on Home no more', async () => {
    const params = { classroom_id: house.classroomId }
    const archive = (archived: boolean) =>
      house.teacher.call('changeClassroom', { params, body: { archived } })
    expect((await archive(true)).status).toBe(200)
    const { quizzes } = (await house.teacher.call('getClassOverview', { params })).body
    const counted = quizzes.filter(({ waiting }) => waiting > 0)
    expect(counted.length).toBeGreaterThan(0)
    for (const { assignment_id, waiting } of counted) {
      const { body } = await house.teacher.call('listMarkingQueue', { query: { assignment_id } })
      expect(body.items.length).toBe(waiting)
      expect(body.items[0]?.classroom_name).toBe('8B')
    }
    expect((await house.teacher.call('listMarkingQueue', { query: {} })).body.items).toEqual([])
    expect((await house.teacher.call('getHome')).body.queues).toMatchObject({ marking: 0, release: 0 })
    const stranger = house.test.as({ userId: house.newId(), schoolId: house.schoolId, role: 'teacher' })
    const query = { assignment_id: counted[0]?.assignment_id ?? '' }
    expect((await stranger.call('listMarkingQueue', { query })).body.items).toEqual([])
    expect((await archive(false)).status).toBe(200)
  })

  test('the class screen shows each quiz with how far its students are', async () => {
    const later = await house.publish({}, { from: '2026-03-09T09:00:00Z' })
    const { body } = await house.teacher.call('getClassOverview', {
      params: { classroom_id: house.classroomId },
    })
    const quizOf = (id: string) => body.quizzes.find(({ assignment_id }) => assignment_id === id)
    expect(quizOf(assignmentId)).toMatchObject({ status: 'open', expected: 4, started: 2, completed: 2 })
    expect(quizOf(later)).toMatchObject({ status: 'upcoming', started: 0 })
    expect(body.students).toHaveLength(4)
    const ada = body.students.find(({ name }) => name === 'Ada Byron')
    expect(ada).toMatchObject({ quizzes_completed: 1, quizzes_running: 0 })
  })

  test('the student screen lists marks and judgements, newest first, by cursor', async () => {
    await house.teacher.call('ingestEvents', {
      body: sentJudgement({
        event_id: house.newId(),
        student_id: studentId(0),
        competency_id: objective,
        judgement: 'secure',
        occurred_at: '2026-03-02T10:30:00Z',
      }),
    })
    const page = (query = {}) =>
      house.teacher.call('listStudentTimeline', { params: { student_id: studentId(0) }, query })
    const whole = (await page()).body
    expect(whole.items.map(({ kind }) => kind)).toEqual(['judgement', 'quiz_completed'])
    expect(whole.items[0]).toMatchObject({ judgement: 'secure', score: null })
    expect(whole.items[1]).toMatchObject({
      attempt_id: line.attemptId,
      classroom_name: '8B',
      judgement: null,
    })
    const first = (await page({ limit: 1 })).body
    const second = (await page({ limit: 1, cursor: first.next_cursor })).body
    expect([...first.items, ...second.items]).toEqual(whole.items)
    expect(second.next_cursor).toBeNull()
  })

  test('every look at a student’s record stands in the audit log', async () => {
    const looks = await house.test.db
      .selectFrom('audit_logs')
      .select('details')
      .where('student_id', '=', studentId(0))
      .where('action', '=', 'student.opened')
      .execute()
    const parts = new Set(looks.map(({ details }) => (details as { what: string }).what))
    expect([...parts].sort()).toEqual(expect.arrayContaining(['mark', 'mastery', 'timeline']))
  })
})
