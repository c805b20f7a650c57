import { describe, expect, it } from 'vitest'
import { readView, sortedBy } from './results-view.ts'

describe('the view of the results', () => {
  it('is everyone by name when the address says nothing, or nonsense', () => {
    const usual = { sort: 'name', direction: 'up' }
    expect(readView({})).toEqual(usual)
    expect(readView({ sort: 'drop table', direction: 'sideways', band: '9' })).toEqual(usual)
    expect(readView({ band: '1.5' })).toEqual(usual)
  })
  it('takes search, band, sort and direction from the address', () => {
    expect(readView({ search: 'ma', band: '5', sort: 'percentage', direction: 'down' })).toEqual({
      search: 'ma',
      band: 5,
      sort: 'percentage',
      direction: 'down',
    })
  })
  it('a head pressed sorts upwards, pressed again downwards, and a third time upwards', () => {
    const first = sortedBy(readView({}), 'seconds')
    expect(first).toEqual({ sort: 'seconds', direction: 'up' })
    const second = sortedBy(readView(first), 'seconds')
    expect(second).toEqual({ sort: 'seconds', direction: 'down' })
    expect(sortedBy(readView(second), 'seconds')).toEqual(first)
  })
})
