import type { Page } from 'playwright-core'
import { must, mustEqual } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { keysOf } from '../steps/keyboard.ts'
import { kindScripts } from '../steps/kinds.ts'
import { hearStream, listen } from '../steps/network-log.ts'
import { type PublishedQuiz, publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass, type SampleClass } from '../steps/school.ts'
import { attemptIdOn, startQuiz, untilQuestion, untilSaved } from '../steps/taking.ts'

export const title =
  'No byte a student is sent holds a key, a text not yet shown, or a mark before its release'

/** Fields that only released results may have. */
const ofMarks = [
  'score',
  'percentage',
  'verdict',
  'max_score',
  'correct_answer',
  'feedback',
  'strengths',
  'practise',
]

export const run: Journey['run'] = async (tools) => {
  const school = await openSampleClass(tools.baseUrl)
  const studentId = school.studentId('Bennett')
  const quiz = await publishAllKinds(school, {
    title: 'A quiz with secrets',
    studentIds: [studentId],
    settings: { marks_release: 'manual', answers_release: 'manual' },
  })
  const page = await tools.newStudentPage(studentId)
  const heard = listen(page.context())
  const stream = await hearStream(page, tools.baseUrl)
  await takeWholeQuiz(page, quiz).finally(stream.stop)
  const attemptId = attemptIdOn(page)
  await lookEverywhere(page, attemptId, tools)
  await heard.settle()
  mustBeHeard(heard.bodies(), attemptId)
  mustBeSilent(new Map([...heard.bodies(), ['the event stream', stream.text()]]), attemptId)
  const early = await resultsOf(page, attemptId)
  const streamed = `${early}${stream.text()}`
  mustEqual(
    ofMarks.filter((field) => streamed.includes(`"${field}"`)),
    [],
    'fields of marks that are not released, in early results and in the stream',
  )
  await releaseStepByStep(school, quiz, () => resultsOf(page, attemptId))
}

/** No secret of any kind is in anything that was sent, and no evidence of this attempt is open. */
function mustBeSilent(bodies: ReadonlyMap<string, string>, attemptId: string): void {
  for (const { secrets } of kindScripts) for (const secret of secrets) mustNotHold(bodies, secret)
  for (const [path, body] of bodies)
    must(
      !path.includes('/explain/mastery/') || !body.includes(attemptId),
      `${path} opens marks that are not released.`,
    )
}

/** First the marks, then the right answers: each comes with its own release and not before. */
async function releaseStepByStep(
  { teacher }: SampleClass,
  { assignmentId }: PublishedQuiz,
  results: () => Promise<string>,
): Promise<void> {
  const release = (what: 'marks' | 'answers') =>
    teacher.call('releaseResults', { params: { assignment_id: assignmentId }, body: { what } })
  await release('marks')
  const marked = await results()
  must(marked.includes('"score"'), 'Released marks are not in the results.')
  must(!marked.includes('"correct_answer"'), 'Right answers came with the marks, before their release.')
  await release('answers')
  must((await results()).includes('"correct_answer"'), 'Released answers are not in the results.')
}

/** Every question is answered, right where its kind can be marked, and the quiz handed in. */
async function takeWholeQuiz(page: Page, { assignmentId, scripts }: PublishedQuiz): Promise<void> {
  const keys = keysOf(page)
  await page.goto('/today')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await startQuiz(page, assignmentId)
  for (const [position, { answerByKeyboard }] of scripts) {
    await untilQuestion(page, position, scripts.size)
    await answerByKeyboard(keys)
    await keys.mainAction()
  }
  await page.getByRole('heading', { level: 1, name: 'Finish' }).waitFor()
  await untilSaved(page)
  await keys.mainAction()
  await page.getByRole('dialog').waitFor()
  await keys.mainAction()
  await page.getByText('You see your marks when your teacher releases them.').waitFor()
}

/** Every screen and every address at which a curious student would look for marks. */
async function lookEverywhere(page: Page, attemptId: string, tools: Tools): Promise<void> {
  await tools.checkAxe(page, 'results that wait')
  await tools.takePictures(page, 'results-waiting')
  for (const path of ['/progress', '/today']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  }
  const get = (path: string) => page.evaluate((address) => fetch(address).then((reply) => reply.text()), path)
  await get(`/api/v1/attempts/${attemptId}`)
  await get(`/api/v1/attempts/${attemptId}/bundle`)
  await get(`/api/v1/explain/quiz_result/${attemptId}`)
  const { user } = JSON.parse(await get('/api/v1/auth/me')) as { user: { id: string } }
  const progress = JSON.parse(await get(`/api/v1/students/${user.id}/progress`)) as {
    topics: { objectives: { competency_id: string }[] }[]
  }
  for (const { competency_id } of progress.topics.flatMap(({ objectives }) => objectives))
    await get(`/api/v1/explain/mastery/${user.id}~${competency_id}`)
}

const resultsOf = async (page: Page, attemptId: string): Promise<string> =>
  (await page.request.get(`/api/v1/attempts/${attemptId}/results`)).text()

/** The search would find nothing in a log that lacks what it is about. */
function mustBeHeard(bodies: ReadonlyMap<string, string>, attemptId: string): void {
  for (const path of [
    `/api/v1/attempts/${attemptId}`,
    `/api/v1/attempts/${attemptId}/bundle`,
    `/api/v1/attempts/${attemptId}/events`,
    `/api/v1/attempts/${attemptId}/finish`,
    `/api/v1/attempts/${attemptId}/results`,
    '/api/v1/me/quizzes',
  ])
    must(bodies.get(path), `Nothing was heard from ${path}.`)
  must(
    bodies.get(`/api/v1/attempts/${attemptId}/bundle`)?.includes('Which device connects'),
    'The bundle is empty.',
  )
}

function mustNotHold(bodies: ReadonlyMap<string, string>, secret: string): void {
  for (const [path, body] of bodies) {
    const at = body.toLowerCase().indexOf(secret.toLowerCase())
    must(
      at === -1 || isCode(path),
      `${path} holds "${secret}": …${body.slice(Math.max(0, at - 80), at + 80)}…`,
    )
  }
}

/** Our own scripts name fields such as "accepted_answers"; they hold no question. */
const isCode = (path: string): boolean => path.startsWith('/assets/')
