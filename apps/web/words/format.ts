import { roundHalfUp } from './round.ts'

/** Where and for whom figures and times are written: the formatting locale and the school's time zone. */
export interface Place {
  locale: string
  timeZone: string
}

/** Newer engines put a narrow no-break space before AM and PM; screens use a plain one. */
const plainSpaces = (text: string) => text.replaceAll('\u202f', ' ')

/** "2 March 2026 at 10:42" */
export function formatDateTime(instant: string, { locale, timeZone }: Place): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  return plainSpaces(new Intl.DateTimeFormat(locale, options).format(new Date(instant)))
}

/** "2 March 2026" */
export function formatDate(instant: string, { locale, timeZone }: Place): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(instant))
}

/** "10:42" in en-GB, "10:42 AM" in en-US */
export function formatTime(instant: string, { locale, timeZone }: Place): string {
  const options = { timeStyle: 'short', timeZone } as const
  return plainSpaces(new Intl.DateTimeFormat(locale, options).format(new Date(instant)))
}

/** "10:42:07", the same in every locale: the save line is compared, not read aloud as a date. */
export function formatClock(instant: string, { timeZone }: Place): string {
  const options = { timeStyle: 'medium', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant))
}

/** "1,234.5": up to `decimals` places, half up, no trailing zeros. */
export function formatNumber(value: number, { locale }: Place, decimals = 2): string {
  const options = { maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, options).format(roundHalfUp(value, decimals))
}

/** A share of 0–1 as a whole percentage, half up: .625 is 63. */
export function wholePercent(share: number): number {
  return Math.round(roundHalfUp(share, 2) * 100)
}

/** "63%" */
export function formatPercent(share: number, { locale }: Place): string {
  const options = { style: 'percent', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale, options).format(wholePercent(share) / 100)
}

export type MasteryLevel = 'beginner' | 'developing' | 'competent' | 'proficient' | 'expert'

const lowerBounds: readonly [MasteryLevel, number][] = [
  ['expert', 0.9],
  ['proficient', 0.75],
  ['competent', 0.6],
  ['developing', 0.4],
  ['beginner', 0],
]

/**
 * The level of a mastery score and its figure: two decimals, half up, or three where two would land
 * in another level than the value has (spec 11 §5).
 */
export function masteryDisplay(score: number): { level: MasteryLevel; figure: string } {
  const exact = roundHalfUp(score, 3)
  const short = roundHalfUp(score, 2)
  const level = levelOf(exact)
  return { level, figure: levelOf(short) === level ? short.toFixed(2) : exact.toFixed(3) }
}

function levelOf(score: number): MasteryLevel {
  return lowerBounds.find(([, bound]) => score >= bound)?.[0] ?? 'beginner'
}

/** A probability as whole tenths for "about 8 in 10", half up. */
export function tenths(probability: number): number {
  return roundHalfUp(probability * 10, 0)
}
