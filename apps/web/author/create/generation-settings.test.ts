import { describe, expect, it } from 'vitest'
import type { Unit } from '../asking.ts'
import { settingsFor, withCount } from './generation-settings.ts'

const materials = { objectives: [] } as unknown as Unit['materials']
const document = (title: string | null, status = 'ready') => ({ id: String(title), title, status })
const unit = (...documents: ReturnType<typeof document>[]) => ({
  title: 'Rivers',
  documents: documents as unknown as Unit['documents'],
  materials,
})

describe('the usual settings', () => {
  it('take the title of the quiz from the only file, else from the unit', () => {
    expect(settingsFor(unit(document('Waterfalls'))).title).toBe('Waterfalls')
    expect(settingsFor(unit(document('Waterfalls'), document('Broken', 'refused'))).title).toBe('Waterfalls')
    expect(settingsFor(unit(document('Waterfalls'), document('Deltas'))).title).toBe('Rivers')
    expect(settingsFor(unit(document(null))).title).toBe('Rivers')
    expect(settingsFor(unit()).title).toBe('Rivers')
  })
})

describe('the minutes', () => {
  const usual = settingsFor(unit())

  it('follow the number of questions until somebody sets them', () => {
    expect(usual.minutes).toBe(30)
    expect(withCount(usual, 5)).toMatchObject({ count: 5, minutes: 10 })
    expect(withCount(withCount(usual, 5), 40)).toMatchObject({ count: 40, minutes: 80 })
    expect(withCount({ ...usual, minutes: 45, ownMinutes: true }, 5)).toMatchObject({ count: 5, minutes: 45 })
  })

  it('stay within what may be asked for, and while the number is being typed', () => {
    expect(withCount(usual, 1).minutes).toBe(5)
    const cleared = withCount(usual, Number.NaN)
    expect(cleared.minutes).toBe(30)
    expect(withCount(cleared, 8).minutes).toBe(16)
  })
})
