import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, isRed } from './contrast.ts'

type Theme = Record<string, string>

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const staffCss = readFileSync(new URL('./staff-tokens.css', import.meta.url), 'utf8')

function themeOf(text: string, name: string): Theme {
  const block = new RegExp(`data-theme="${name}"\\]\\s*\\{([^}]*)\\}`).exec(text)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]))
}

const names = ['light', 'dark', 'cream', 'high-contrast'] as const
const themes = Object.fromEntries(names.map((name) => [name, themeOf(css, name)])) as Record<
  (typeof names)[number],
  Theme
>

/** The figures printed in spec 11 §3: contrast on background, then on surface. */
const printed: [token: string, least: number, figures: Record<string, [number, number]>][] = [
  [
    'text',
    4.5,
    { light: [12.62, 13.3], dark: [14.89, 13.19], cream: [13.13, 13.81], 'high-contrast': [21, 21] },
  ],
  ['muted', 4.5, { light: [6.44, 6.78], dark: [9.19, 8.14], cream: [6.91, 7.27], 'high-contrast': [21, 21] }],
  ['line', 3, { light: [3.15, 3.32], dark: [4.82, 4.27], cream: [3.55, 3.73], 'high-contrast': [21, 21] }],
  [
    'action',
    4.5,
    { light: [5.82, 6.13], dark: [8.85, 7.84], cream: [6.26, 6.59], 'high-contrast': [19.56, 19.56] },
  ],
  [
    'good',
    4.5,
    { light: [6.02, 6.34], dark: [8.96, 7.94], cream: [6.25, 6.58], 'high-contrast': [16.8, 16.8] },
  ],
  [
    'not-yet',
    4.5,
    { light: [6.12, 6.45], dark: [9.86, 8.73], cream: [6.42, 6.75], 'high-contrast': [15.27, 15.27] },
  ],
]

const colour = (theme: Theme, token: string): string => {
  const value = theme[token]
  if (!value) throw new Error(`The theme lacks the token ${token}`)
  return value
}

describe('the colours of the four themes', () => {
  for (const [token, least, figures] of printed)
    for (const [name, [onBackground, onSurface]] of Object.entries(figures))
      it(`${token} in ${name} has the printed contrast and never less than ${least}`, () => {
        const theme = themes[name as keyof typeof themes]
        const background = contrast(colour(theme, token), colour(theme, 'background'))
        const surface = contrast(colour(theme, token), colour(theme, 'surface'))
        expect(Math.round(background * 100) / 100).toBe(onBackground)
        expect(Math.round(surface * 100) / 100).toBe(onSurface)
        expect(Math.min(background, surface)).toBeGreaterThanOrEqual(least)
      })

  it('text on a filled button has the printed contrast', () => {
    const shown = names.map((name) =>
      Number(contrast(colour(themes[name], 'on-action'), colour(themes[name], 'action')).toFixed(2)),
    )
    expect(shown).toEqual([6.13, 9.2, 6.81, 19.56])
  })

  it('the focus ring stands out from background, surface and the filled button', () => {
    for (const name of names) {
      const theme = themes[name]
      for (const under of ['background', 'surface'])
        expect(contrast(colour(theme, 'focus'), colour(theme, under))).toBeGreaterThanOrEqual(3)
    }
  })

  it('the staff red has the printed contrast on the background', () => {
    const shown = names.map((name) =>
      Number(
        contrast(colour(themeOf(staffCss, name), 'danger'), colour(themes[name], 'background')).toFixed(2),
      ),
    )
    expect(shown).toEqual([6.95, 8.86, 7.31, 12.35])
    for (const name of names) {
      const { danger = '', 'on-danger': text = '' } = themeOf(staffCss, name)
      expect(contrast(danger, text)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('the level ramp carries its text with the printed contrast', () => {
    const ramp = [1, 2, 3, 4, 5].map(
      (step) => new RegExp(`--level-${step}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '',
    )
    const shown = ramp.map((step, at) => Number(contrast(step, at < 3 ? '#2b3036' : '#ffffff').toFixed(2)))
    expect(shown).toEqual([11.3, 8.72, 5.75, 5.51, 8.66])
  })
})

describe('red', () => {
  it('is told from amber, green and blue', () => {
    for (const red of ['#a3262a', '#f2a3a3', '#9a2326', '#ffb3b3', '#ff0000']) expect(isRed(red)).toBe(true)
    for (const other of ['#80560b', '#e2bd6b', '#ffd866', '#2f6b45', '#2f6690', '#fbf5e6', '#868e96'])
      expect(isRed(other)).toBe(false)
  })
})
