import { type ApiCaller, sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { startOn } from '../steps/device.ts'
import { type PublishedQuiz, publishAllKinds } from '../steps/quiz.ts'
import { openSampleClass } from '../steps/school.ts'

export const title = 'Hints change no mark; before the day of the answers the results hold marks alone'

const days = 86_400_000

export const run: Journey['run'] = async ({ baseUrl, newStudentPage, checkAxe, takePictures }) => {
  const school = await openSampleClass(baseUrl)
  const [withHints, without] = [school.studentId('Hughes'), school.studentId('Kowalski')]
  const answers_release = new Date(Date.now() + 3 * days).toISOString()
  const quiz = await publishAllKinds(school, {
    title: 'Marks now, answers later',
    studentIds: [withHints, without],
    settings: { marks_release: 'on_finish', answers_release },
  })
  const helped = await take(await sampleApi(baseUrl, 'student', withHints), quiz, true)
  const alone = await take(await sampleApi(baseUrl, 'student', without), quiz, false)
  mustEqual(
    helped.map(({ score }) => score),
    alone.map(({ score }) => score),
    'marks with and without hints',
  )
  must(
    helped.some(({ score }) => score !== null && score > 0) && helped.some(({ score }) => score === 0),
    'The answers to compare are all alike.',
  )
  const { rows } = await school.teacher.call('getClassResults', {
    params: { assignment_id: quiz.assignmentId },
    query: { sort: 'name', direction: 'up' },
  })
  mustEqual(
    rows.filter(({ hints }) => hints > 0).map(({ student_id, hints }) => [student_id, hints]),
    [[withHints, quiz.scripts.size]],
    'hints as the teacher sees them',
  )

  const page = await newStudentPage(withHints)
  await page.goto(`/attempts/${rows.find(({ student_id }) => student_id === withHints)?.attempt_id}/results`)
  await page.getByText(/^You see the right answers on \d{1,2} \w+ \d{4} at \d\d:\d\d\.$/).waitFor()
  mustEqual(await page.getByText('The right answer:').count(), 0, 'right answers on the screen')
  await checkAxe(page, 'results with marks alone')
  await takePictures(page, 'marks-alone')
}

/** Every second answer is right. Answers what the results say of each question. */
async function take(student: ApiCaller, { assignmentId, scripts }: PublishedQuiz, helped: boolean) {
  const device = await startOn(student, assignmentId, 'Chromebook')
  for (const [position, { answers }] of scripts) {
    const params = { attempt_id: device.attemptId, position }
    if (helped) await student.call('showHint', { params, body: device.proof })
    await device.answer(position, position % 2 === 0 ? answers.correct : answers.not_yet)
  }
  await device.finish()
  const results = await student.call('getAttemptResults', { params: { attempt_id: device.attemptId } })
  mustEqual(results.state, 'marks', 'what is released')
  must(!JSON.stringify(results).includes('correct_answer'), 'A right answer came before its day.')
  return (results.questions ?? []).map(({ score, verdict }) => ({ score, verdict }))
}
