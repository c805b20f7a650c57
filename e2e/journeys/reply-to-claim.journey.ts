import type { Locator, Page } from 'playwright-core'
import { must } from '../expect.ts'
import type { Journey, Tools } from '../journey.ts'
import { openSampleClass } from '../steps/school.ts'

export const title =
  'A pupil says "not me" to what is said of them: contested at once, and the words stand beside the claim'

const words = 'I guessed the last three.'

export const run: Journey['run'] = async (tools) => {
  const { teacher, studentId, classroomId } = await openSampleClass(tools.baseUrl)
  const student = studentId('Kaur')
  const { competencies } = await teacher.call('queryMastery', { body: { student_id: student } })
  const known = competencies.find(({ state }) => state === 'known')
  must(known, 'Nothing is known of the student.')
  const claim = `${student}~${known.competency_id}`

  const own = await tools.newStudentPage(student)
  await own.goto('/progress')
  const rung = own.locator('li.card').filter({ has: own.getByRole('heading', { name: known.title }) })
  await rung.getByRole('button').first().click()
  await reply(own, tools)
  await drawerOf(own).getByRole('button', { name: 'Close' }).click()
  await rung.getByText('The sources do not agree.').waitFor()

  const staff = await tools.newSamplePage('teacher')
  await staff.goto(`/students/${student}?explain=mastery:${claim}`)
  await seeReply(drawerOf(staff))
  must(
    (await drawerOf(staff).getByText('Reply to this', { exact: true }).count()) === 0,
    'The teacher is offered to reply for the student.',
  )
  await tools.checkAxe(staff, 'the drawer of the teacher with a reply')
  await tools.takePictures(staff, 'teacher')
  await staff.goto(`/classes/${classroomId}/mastery`)
  await staff.locator('[data-at]', { hasText: '≠' }).first().waitFor()

  await own.goto(`/progress?explain=mastery:${claim}`)
  await choose(own, 'This is me.')
  await drawerOf(own).getByText('There is enough evidence to say this.').waitFor()
}

const drawerOf = (page: Page) => page.getByRole('dialog', { name: 'What this rests on' })

async function choose(page: Page, stance: string) {
  await drawerOf(page).getByText('Reply to this', { exact: true }).click()
  await drawerOf(page).getByLabel(stance).check()
  await drawerOf(page).getByRole('button', { name: 'Send the reply' }).click()
}

async function reply(page: Page, { checkAxe, takePictures }: Tools) {
  const drawer = drawerOf(page)
  await drawer.getByText('Reply to this', { exact: true }).click()
  await drawer.getByRole('button', { name: 'Send the reply' }).click()
  await drawer.getByText('Choose one of the three first.').waitFor()
  await checkAxe(page, 'replying, nothing chosen')
  await drawer.getByLabel('This is not me.').check()
  await drawer.getByLabel('In your own words').fill(words)
  await takePictures(page, 'replying')
  await drawer.getByRole('button', { name: 'Send the reply' }).click()
  await seeReply(drawer)
  await checkAxe(page, 'replied')
  await takePictures(page, 'replied')
}

async function seeReply(drawer: Locator) {
  await drawer.getByText('The sources do not agree on this.').waitFor()
  await drawer.getByText('A reply to this is still open.').waitFor()
  await drawer.getByText('This is not me.').last().waitFor()
  await drawer.getByText(words).first().waitFor()
}
