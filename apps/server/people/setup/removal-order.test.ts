import { describe, expect, test } from 'vitest'
import type { Reference } from '../store/school-rows.ts'
import { removalOrder } from './removal-order.ts'

const points = (from: string, to: string, clearable: string | null = null): Reference => ({
  from,
  to,
  clearable,
})

describe('the order of removal', () => {
  test('empties what points before what is pointed at', () => {
    const steps = removalOrder(
      ['schools', 'users', 'marks'],
      [points('users', 'schools'), points('marks', 'users'), points('marks', 'schools')],
    )
    expect(steps).toEqual([{ empty: 'marks' }, { empty: 'users' }, { empty: 'schools' }])
  })

  test('opens a ring at the reference that may be null', () => {
    const back = points('questions', 'versions', 'current_version_id')
    expect(removalOrder(['questions', 'versions'], [back, points('versions', 'questions')])).toEqual([
      { clear: back },
      { empty: 'versions' },
      { empty: 'questions' },
    ])
  })

  test('takes no heed of a table that points at itself or of tables left out', () => {
    expect(removalOrder(['units'], [points('units', 'units'), points('jobs', 'units')])).toEqual([
      { empty: 'units' },
    ])
  })

  test('says so when a ring cannot be opened', () => {
    expect(() => removalOrder(['a', 'b'], [points('a', 'b'), points('b', 'a')])).toThrow('ring')
  })
})
