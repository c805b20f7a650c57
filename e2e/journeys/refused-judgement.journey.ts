import { must } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { openSampleClass } from '../steps/school.ts'

export const title = 'A judgement that is not taken says why, in the words of the reply; what was typed stays'

const note = 'She explained it to the class.'

export const run: Journey['run'] = async ({ baseUrl, newSamplePage, checkAxe }) => {
  const sample = await openSampleClass(baseUrl)
  const page = await newSamplePage('teacher')
  await page.goto(`/students/${sample.studentId('Chen')}`)
  await page.getByRole('tab', { name: 'Subjects' }).click()
  await page.getByText('Give your own judgement').click()
  await page.getByLabel('Why (may stay empty)').fill(note)

  // The computer's clock is two hours ahead: the server itself refuses the event.
  await page.clock.setFixedTime(Date.now() + 2 * 60 * 60 * 1000)
  await page.getByRole('button', { name: 'Save the judgement' }).click()
  const alert = page.getByRole('alert')
  await alert.getByText('Clock of this computer: must not be more than one hour ahead').waitFor()
  await checkAxe(page, 'a judgement that was refused')

  // The same said inside a reply, of one event.
  const error = { error_code: 'not_found', message: 'is not known here', pointer: '/data/competency_id' }
  const results = [{ event_id: null, status: 'rejected', error, warnings: [] }]
  await page.route('**/api/v1/mastery/ingest', (route) => route.fulfill({ status: 202, json: { results } }))
  await page.getByRole('button', { name: 'Save the judgement' }).click()
  await alert.getByText('Objective: is not known here').waitFor()
  must((await page.getByLabel('Why (may stay empty)').inputValue()) === note, 'What was typed is gone.')
}
