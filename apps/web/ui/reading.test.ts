import { describe, expect, it } from 'vitest'
import { attributesOf, readReading, themeShown, usualReading } from './reading.ts'

describe('reading settings', () => {
  it('come back as they were kept', () => {
    const mine = { ...usualReading, theme: 'cream', textSize: 150, lineFocus: true } as const
    expect(readReading(JSON.stringify(mine))).toEqual(mine)
  })

  it.each([null, '', 'not json', '[]', '7', '{"theme":"red","textSize":900,"lineFocus":"yes"}'])(
    'are as usual where nothing usable was kept: %s',
    (kept) => {
      expect(readReading(kept)).toEqual(usualReading)
    },
  )

  it('follow the computer until a theme is chosen', () => {
    expect(themeShown(usualReading, { dark: true, contrast: false })).toBe('dark')
    expect(themeShown(usualReading, { dark: true, contrast: true })).toBe('high-contrast')
    expect(themeShown({ ...usualReading, theme: 'cream' }, { dark: true, contrast: true })).toBe('cream')
  })

  it('become attributes of the page', () => {
    expect(attributesOf({ ...usualReading, textSize: 200, reducedMotion: true }, 'dark')).toEqual({
      theme: 'dark',
      textSize: '200',
      spacing: 'normal',
      font: 'system',
      lineFocus: 'off',
      motion: 'reduced',
    })
  })
})
