import { sampleApi } from '../api.ts'
import { must } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { lookInLooks, lookInStates, type Screen } from '../steps/screen-states.ts'

export const title =
  'Every screen of making a quiz: full, loading, empty, failed and offline, with axe, sizes and themes'

export const run: Journey['run'] = async (tools) => {
  const teacher = await tools.newSamplePage('teacher')
  const screens = await findScreens(tools.baseUrl)
  for (const screen of screens) await lookInStates(teacher, screen, tools)
  await lookInLooks(teacher, screens, tools)
}

const nothing = { items: [], next_cursor: null }

/** The screens of one unit, with a draft copied from one of its quizzes. */
async function findScreens(baseUrl: string): Promise<Screen[]> {
  const api = await sampleApi(baseUrl, 'teacher')
  const { items: quizzes } = await api.call('listQuizzes', { query: { status: 'published' } })
  const quiz = quizzes.find(({ question_count }) => question_count >= 8)
  must(quiz, 'The sample school has no quiz of eight questions.')
  const draft = await api.call('duplicateQuiz', { params: { quiz_id: quiz.id }, body: {} })
  const unit = await api.call('getUnit', { params: { unit_id: quiz.unit_id } })
  const document = unit.documents.find(({ status }) => status === 'ready')
  const question = draft.questions[0]
  must(document && question, 'The unit of the sample school has no file, or its quiz no question.')
  return [
    { name: 'library', path: '/library', read: '/quizzes?', empty: nothing },
    { name: 'create-unit', path: '/create', read: '/units?', empty: nothing },
    {
      name: 'materials',
      path: `/create/${unit.id}/materials`,
      read: `/units/${unit.id}`,
      empty: {
        ...unit,
        documents: [],
        materials: Object.fromEntries(Object.keys(unit.materials).map((list) => [list, []])),
      },
    },
    {
      name: 'corrections',
      path: `/create/${unit.id}/materials/${document.id}`,
      read: `/documents/${document.id}`,
    },
    {
      name: 'generation-settings',
      path: `/create/${unit.id}/settings`,
      read: `/units/${unit.id}`,
      empty: {
        ...unit,
        materials: Object.fromEntries(Object.keys(unit.materials).map((list) => [list, []])),
      },
    },
    {
      name: 'review',
      path: `/quizzes/${draft.id}/review`,
      read: `/quizzes/${draft.id}?`,
      empty: { ...draft, questions: [], rejected: [] },
    },
    {
      name: 'editor',
      path: `/quizzes/${draft.id}/questions/${question.id}`,
      read: `/questions/${question.id}?`,
    },
  ]
}
