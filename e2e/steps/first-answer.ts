import type { Locator, Page } from 'playwright-core'
import { must } from '../expect.ts'

/** An answer of 20 words or more, for a question that asks for several sentences. */
const sentences =
  'A river flows over hard rock that lies on top of soft rock. The soft rock is worn away faster. Falling water cuts a plunge pool below the step.'

/** Gives some answer to the question on the page, whatever its kind: as a student does who does not know. */
export async function answerSomehow(page: Page, word: string): Promise<void> {
  const question = page.getByRole('main')
  await question.locator('input, select, textarea').first().waitFor()
  const waysToAnswer: readonly [Locator, (parts: Locator) => Promise<unknown>][] = [
    [question.getByRole('button', { name: /^Move up/ }), (buttons) => buttons.nth(1).click()],
    [question.getByRole('radio'), (options) => options.first().check()],
    [question.getByRole('checkbox'), (options) => options.first().check()],
    [question.getByRole('combobox'), pickEach],
    [
      question.getByRole('textbox'),
      async (box) => box.first().fill((await asksForSentences(question)) ? sentences : word),
    ],
  ]
  for (const [parts, answer] of waysToAnswer) {
    if ((await parts.count()) === 0) continue
    await answer(parts)
    return
  }
  must(false, `Nothing on ${page.url()} can be answered.`)
}

/** The first list takes its first option, the second its second: no option is used twice. */
async function pickEach(lists: Locator): Promise<void> {
  for (let at = 0; at < (await lists.count()); at += 1) await lists.nth(at).selectOption({ index: at + 1 })
}

const asksForSentences = async (question: Locator): Promise<boolean> =>
  (await question.getByText(/^Write \d+ to \d+ words/).count()) > 0
