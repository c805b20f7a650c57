import type { Page } from 'playwright-core'
import { sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import { openSampleClass } from '../steps/school.ts'

export const title =
  'The same marks read the same wherever they stand, as of one instant: five screens, the drawer, the file'

export const run: Journey['run'] = async ({ baseUrl, newSamplePage, newStudentPage }) => {
  const { teacher, classroomId, studentId } = await openSampleClass(baseUrl)
  const student = studentId('Kaur')
  const { items } = await teacher.call('listAssignments', { query: { classroom_id: classroomId } })
  const marked = items.find(({ completed, waiting }) => completed > 5 && waiting === 0)
  must(marked, 'The class has no quiz that is marked.')
  const results = await teacher.call('getClassResults', {
    params: { assignment_id: marked.assignment_id },
    query: { sort: 'name', direction: 'up' },
  })
  const row = results.rows.find(({ student_id }) => student_id === student)
  must(row?.attempt_id, 'The student did not take the quiz.')
  const shown = `${row.score} of ${row.max_score} (${row.percentage}%)`

  const staff = await newSamplePage('teacher')
  const seen = (page: Page) => page.getByRole('main').getByRole('button', { name: shown }).first().waitFor()
  must(row.as_of, 'The marks are as of no instant.')
  await staff.goto(`/assignments/${marked.assignment_id}/results`)
  const line = staff.getByRole('row').filter({ hasText: row.name })
  mustEqual(await line.locator('.figure').first().textContent(), shown, 'the marks in the table of the class')
  const asOf = (await line.locator('td').last().textContent()) ?? ''
  must(/^\d{1,2} \w+ \d{4} at \d\d:\d\d$/.test(asOf), `The table does not say as of when: "${asOf}"`)
  const dated = (page: Page) => page.getByText(`Marks as of ${asOf}`).first().waitFor()
  await line.locator('.figure').first().click()
  const drawer = staff.getByRole('dialog')
  mustEqual(await drawer.locator('.evidence-value').textContent(), shown, 'the marks in the drawer')
  await drawer.getByText(`As of ${asOf}`).waitFor()
  await staff.goto(`/students/${student}`)
  await seen(staff)
  await dated(staff)
  await staff.goto(`/attempts/${row.attempt_id}/results`)
  await seen(staff)
  await staff.emulateMedia({ media: 'print' })
  await seen(staff)
  await dated(staff)
  const file = await staff.request.get(`/api/v1/assignments/${marked.assignment_id}/results.csv`)
  const written = (await file.text()).split('\r\n').find((each) => each.includes(row.name))
  must(
    written?.includes(`,${row.score},`) && written.includes(`,${row.percentage}`),
    `The file has other marks than ${shown}: ${written}`,
  )
  mustEqual(written?.split(',').at(-1), row.as_of, 'as of when, in the file')

  const own = await newStudentPage(student)
  await own.goto(`/attempts/${row.attempt_id}/results`)
  await seen(own)
  await dated(own)
  const explained = await (await sampleApi(baseUrl, 'student', student)).call('explain', {
    params: { subject_type: 'quiz_result', subject_id: row.attempt_id },
  })
  mustEqual(explained.display, shown, "the marks in the student's own drawer")
  mustEqual(explained.as_of, row.as_of, "as of when, in the student's own drawer")
}
