import { describe, expect, it } from 'vitest'
import { searchWithView, viewOf } from './address-view.ts'

describe('the view kept in the address', () => {
  it('holds only the values asked for', () => {
    expect(viewOf('?sort=name&explain=mark:1&band=', ['sort', 'band'])).toEqual({ sort: 'name' })
  })
  it('changes beside other values, and an empty value is taken out', () => {
    expect(searchWithView('?explain=mark%3A1&sort=name', { sort: 'seconds', band: '2' })).toBe(
      '?explain=mark%3A1&sort=seconds&band=2',
    )
    expect(searchWithView('?sort=name', { sort: '' })).toBe('')
  })
})
