/** How a person reads best (spec 11 §3). Kept on this computer under the account, and put on the page as `data-` attributes. */
export interface Reading {
  theme: 'system' | 'light' | 'dark' | 'cream' | 'high-contrast'
  textSize: 100 | 125 | 150 | 175 | 200
  spacing: 'normal' | 'wide'
  font: 'system' | 'legible' | 'dyslexia'
  lineFocus: boolean
  hideOptions: boolean
  reducedMotion: boolean
}

export const choices = {
  theme: ['system', 'light', 'dark', 'cream', 'high-contrast'],
  textSize: [100, 125, 150, 175, 200],
  spacing: ['normal', 'wide'],
  font: ['system', 'legible', 'dyslexia'],
  lineFocus: [false, true],
  hideOptions: [false, true],
  reducedMotion: [false, true],
} as const satisfies { [Key in keyof Reading]: readonly Reading[Key][] }

export const usualReading: Reading = {
  theme: 'system',
  textSize: 100,
  spacing: 'normal',
  font: 'system',
  lineFocus: false,
  hideOptions: false,
  reducedMotion: false,
}

/** Reads kept settings; whatever is missing or not one of the choices is as usual. */
export function readReading(kept: string | null): Reading {
  const values = parsed(kept)
  const pick = <T>(name: keyof Reading, allowed: readonly T[], usual: T): T =>
    allowed.find((choice) => choice === values[name]) ?? usual
  return {
    theme: pick('theme', choices.theme, usualReading.theme),
    textSize: pick('textSize', choices.textSize, usualReading.textSize),
    spacing: pick('spacing', choices.spacing, usualReading.spacing),
    font: pick('font', choices.font, usualReading.font),
    lineFocus: pick('lineFocus', choices.lineFocus, usualReading.lineFocus),
    hideOptions: pick('hideOptions', choices.hideOptions, usualReading.hideOptions),
    reducedMotion: pick('reducedMotion', choices.reducedMotion, usualReading.reducedMotion),
  }
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The theme on the page: the one chosen, or what the computer asks for. */
export function themeShown(reading: Reading, wishes: { dark: boolean; contrast: boolean }): string {
  if (reading.theme !== 'system') return reading.theme
  if (wishes.contrast) return 'high-contrast'
  return wishes.dark ? 'dark' : 'light'
}

/** The `data-` attributes of the page for these settings. */
export function attributesOf(reading: Reading, theme: string): Record<string, string> {
  return {
    theme,
    textSize: String(reading.textSize),
    spacing: reading.spacing,
    font: reading.font,
    lineFocus: reading.lineFocus ? 'on' : 'off',
    motion: reading.reducedMotion ? 'reduced' : 'usual',
  }
}
