import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass } from '../steps/school.ts'
import { startQuiz, untilSaved } from '../steps/taking.ts'

export const title = 'Nothing on a question counts down while the time of its window goes by'

export const run: Journey['run'] = async ({ baseUrl, newStudentPage }) => {
  const school = await openSampleClass(baseUrl)
  const studentId = school.studentId('Ahmed')
  const { assignmentId } = await publishAllKinds(school, {
    title: 'Open for an hour',
    studentIds: [studentId],
  })
  const page = await newStudentPage(studentId)
  await page.clock.install()
  await startQuiz(page, assignmentId)
  await untilSaved(page)
  const textNow = async () =>
    ((await page.locator('body').textContent()) ?? '').replace(/Saved [\d:]+/, 'Saved')
  const before = await textNow()
  must(before.includes('Which device connects two networks?'), 'The question is not on the page.')
  for (const passed of ['00:01', '01:00', '20:00']) {
    await page.clock.fastForward(passed)
    mustEqual(await textNow(), before, `the text of the page when ${passed} minutes have gone by`)
  }
}
