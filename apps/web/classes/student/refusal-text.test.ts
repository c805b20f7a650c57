import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../api.ts'
import { type Catalogue, compileCatalogue } from '../../words/compile.ts'
import { setWords } from '../../words/words.ts'
import { refusalText, refusedEvent } from './refusal-text.ts'

beforeAll(() => {
  const source = JSON.parse(
    readFileSync(new URL('../../words/en-GB.json', import.meta.url), 'utf8'),
  ) as Catalogue
  setWords('en-GB', compileCatalogue(source, {}, 'en-GB', 'staff'))
})

const problem = (message: string, details: Record<string, unknown>) =>
  new Problem({ error_code: 'invalid', message, status: 422, details, request_id: 'r' } as never, null)

describe('a refused judgement', () => {
  it('says what the reply says of the event, by the name of the field on the screen', () => {
    const text = refusalText({ message: 'is not known here', pointer: '/data/competency_id' })
    expect(text).toBe('The judgement is not saved. Objective: is not known here')
  })

  it('says the same when the whole request is refused, without the place in the event', () => {
    const refused = refusedEvent(
      problem('/occurred_at must not be more than one hour ahead', { pointer: '/occurred_at' }),
    )
    expect(refused && refusalText(refused)).toBe(
      'The judgement is not saved. Clock of this computer: must not be more than one hour ahead',
    )
  })

  it('keeps the words as they are for a field that no screen shows', () => {
    expect(refusalText({ message: '/source is ours', pointer: '/source' })).toContain('/source is ours')
    expect(refusalText({ message: 'Not now.' })).toBe('The judgement is not saved. Not now.')
  })

  it('is told from a refusal that speaks of no event, which has its own words', () => {
    expect(refusedEvent(problem('No.', {}))).toBeNull()
    expect(refusedEvent(new Error('No.'))).toBeNull()
  })
})
