import { usualSettings } from '@waymark/contract/attempts/assignments.ts'
import { describe, expect, it } from 'vitest'
import { classesAtFirst, publicationOf, publishFormAt, usual } from './publication.ts'

const zone = 'Europe/London'
const form = {
  ...publishFormAt(new Date('2026-07-01T08:00:00Z'), zone),
  classrooms: ['019b0000-0000-7000-8000-000000000001'],
}

it('starts from the usual settings of the contract', () => {
  expect(usual).toEqual(usualSettings)
})

describe('publishing', () => {
  it('opens now in the time of the school, without an end', () => {
    expect(form.from).toBe('2026-07-01T09:00')
    expect(publicationOf(form, zone)).toMatchObject({
      available_from: '2026-07-01T08:00:00.000Z',
      available_until: null,
    })
  })

  it('sends the end in the time of the school', () => {
    const ended = publicationOf({ ...form, until: '2026-07-08T16:00' }, zone)
    expect(ended).toMatchObject({ available_until: '2026-07-08T15:00:00.000Z' })
  })

  it.each([
    [{ classrooms: [] }, 'no_class'],
    [{ from: '' }, 'no_start'],
    [{ until: '2026-07-01T09:00' }, 'end_before_start'],
    [{ until: '2026-99-01T09:00' }, 'end_unreadable'],
  ])('with %o asks to mend: %s', (part, mend) => {
    expect(publicationOf({ ...form, ...part }, zone)).toEqual({ mend })
  })
})

describe('the classes ticked at first', () => {
  it('are the only class of a teacher, and none of several', () => {
    expect(classesAtFirst(['a'], false)).toEqual(['a'])
    expect(classesAtFirst(['a', 'b'], false)).toEqual([])
    expect(classesAtFirst([], false)).toEqual([])
  })
  it('are none for a quiz that is published already: nobody gives it twice unasked', () => {
    expect(classesAtFirst(['a'], true)).toEqual([])
  })
})
