import { setupI18n } from '@lingui/core'
import type { Compiled } from './compile.ts'
import type source from './en-GB.json'
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatTime,
  type Place,
} from './format.ts'
import { isolate } from './isolate.ts'
import { defaultLocale, formattingLocale, type Locale } from './locales.ts'

/** Every key of the source catalogue: an unknown one does not type-check. */
export type WordKey = keyof typeof source
export type Values = Record<string, string | number>

const i18n = setupI18n()
let place: Place = { locale: formattingLocale(defaultLocale), timeZone: 'UTC' }

/** Replaces all words by those of `locale`. */
export function setWords(locale: Locale, messages: Compiled): void {
  i18n.loadAndActivate({ locale, locales: formattingLocale(locale), messages })
  place = { ...place, locale: formattingLocale(locale) }
}

/** Adds the words of one more area to those in use. */
export function addWords(messages: Compiled): void {
  i18n.load(i18n.locale, messages)
}

/** Times are written in the zone of the school, wherever the reader is. */
export function setTimeZone(timeZone: string): void {
  place = { ...place, timeZone }
}

/** The words for a key, with its arguments filled in. */
export function t(key: WordKey, values?: Values): string {
  return i18n._(key, values && isolated(values))
}

const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolate(value) : value]),
  )

export const dateTime = (instant: string) => formatDateTime(instant, place)
export const date = (instant: string) => formatDate(instant, place)
export const time = (instant: string) => formatTime(instant, place)
export const clock = (instant: string) => formatClock(instant, place)
export const number = (value: number, decimals?: number) => formatNumber(value, place, decimals)
export const percent = (share: number) => formatPercent(share, place)

/** "7 of 10 (70%)" */
export function marks(score: number, maxScore: number): string {
  const values = { score: number(score), max: number(maxScore) }
  return maxScore > 0
    ? t('ui.marks', { ...values, percent: percent(score / maxScore) })
    : t('ui.marks_without_percent', values)
}
