import type { Page } from 'playwright-core'
import { must } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { lookInLooks, lookInStates, type Screen } from '../steps/screen-states.ts'

export const title =
  'Every staff screen: full, loading, empty, failed and offline, with axe, sizes and themes'

const page = { items: [], next_cursor: null }
const facts = {
  as_of: '2026-03-02T10:42:00Z',
  model_version: '1',
  formula_version: '1',
  degraded_reasons: [],
}

export const run: Journey['run'] = async (tools) => {
  const teacher = await tools.newSamplePage('teacher')
  const screens = screensOf(await findPlaces(teacher))
  const admin = await tools.newSamplePage('admin')
  for (const screen of screens) await lookInStates(screen.role === 'admin' ? admin : teacher, screen, tools)
  await lookInLooks(
    teacher,
    screens.filter(({ role }) => role === 'teacher'),
    tools,
  )
}

type StaffScreen = Screen & { role: 'teacher' | 'admin' }

function screensOf({ classroom, assignment, attempt, student }: Record<string, string>): StaffScreen[] {
  return [
    {
      name: 'home',
      role: 'teacher',
      path: '/home',
      read: '/home',
      empty: {
        as_of: facts.as_of,
        queues: { marking: 0, drafts: 0, release: 0 },
        classrooms: [],
        recent: [],
      },
    },
    { name: 'classes', role: 'teacher', path: '/classes', read: '/classrooms?', empty: { items: [] } },
    {
      name: 'given-quizzes',
      role: 'teacher',
      path: '/classes/quizzes',
      read: '/assignments?',
      empty: page,
    },
    {
      name: 'class',
      role: 'teacher',
      path: `/classes/${classroom}`,
      read: '/overview',
      empty: {
        as_of: facts.as_of,
        classroom: { id: classroom, name: '8C', subject: null, year_group: null },
        last_activity_at: null,
        quizzes: [],
        students: [],
      },
    },
    {
      name: 'class-list',
      role: 'teacher',
      path: `/classes/${classroom}/list`,
      read: '/students',
      empty: { items: [] },
    },
    {
      name: 'mastery-map',
      role: 'teacher',
      path: `/classes/${classroom}/mastery`,
      read: '/mastery',
      empty: {
        ...facts,
        classroom: { id: classroom, name: '8C' },
        topics: [],
        objectives: [],
        more_objectives: 0,
        students: [],
      },
    },
    { name: 'quiz-results', role: 'teacher', path: `/assignments/${assignment}/results`, read: '/results' },
    { name: 'attempt', role: 'teacher', path: `/attempts/${attempt}/results`, read: '/explain/' },
    { name: 'student', role: 'teacher', path: `/students/${student}`, read: '/timeline', empty: page },
    {
      name: 'marking',
      role: 'teacher',
      path: '/marking',
      read: '/marking/queue',
      empty: { questions: [], ...page },
    },
    { name: 'people', role: 'admin', path: '/people', read: '/users', empty: page },
    {
      name: 'invitations',
      role: 'admin',
      path: '/people/invitations',
      read: '/invitations',
      empty: page,
    },
    { name: 'first-run', role: 'admin', path: '/people/start', read: '/memberships', empty: page },
  ]
}

async function findPlaces(teacher: Page): Promise<Record<string, string>> {
  const read = async (path: string) => (await (await teacher.request.get(`/api/v1${path}`)).json()) as unknown
  const { classrooms } = (await read('/home')) as { classrooms: { classroom_id: string }[] }
  const classroom = classrooms[0]?.classroom_id ?? ''
  const overview = (await read(`/classrooms/${classroom}/overview`)) as {
    quizzes: { assignment_id: string; completed: number }[]
    students: { student_id: string }[]
  }
  const assignment = overview.quizzes.find(({ completed }) => completed > 0)?.assignment_id ?? ''
  const { rows } = (await read(`/assignments/${assignment}/results`)) as {
    rows: { attempt_id: string | null }[]
  }
  const attempt = rows.find(({ attempt_id }) => attempt_id !== null)?.attempt_id ?? ''
  const student = overview.students[0]?.student_id ?? ''
  must(classroom && assignment && attempt && student, 'The sample school lacks a finished quiz.')
  return { classroom, assignment, attempt, student }
}
