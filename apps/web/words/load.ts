/// <reference path="./virtual.d.ts" />
import type { Compiled } from './compile.ts'
import { directionOf, type Locale } from './locales.ts'
import { addWords, setWords } from './words.ts'

type Load = () => Promise<{ default: Compiled }>

const base: Record<Locale, Load> = {
  'en-GB': () => import('virtual:words/en-GB/base'),
  'en-US': () => import('virtual:words/en-US/base'),
  'en-XA': () => import('virtual:words/en-XA/base'),
  'ar-XB': () => import('virtual:words/ar-XB/base'),
}
const staff: Record<Locale, Load> = {
  'en-GB': () => import('virtual:words/en-GB/staff'),
  'en-US': () => import('virtual:words/en-US/staff'),
  'en-XA': () => import('virtual:words/en-XA/staff'),
  'ar-XB': () => import('virtual:words/ar-XB/staff'),
}

let current: Locale | null = null

/** Loads the words everyone needs and turns the page to the direction of the locale. */
export async function loadWords(locale: Locale): Promise<void> {
  if (current === locale) return
  setWords(locale, (await base[locale]()).default)
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  current = locale
}

/** Adds the words of the staff area, in the locale in use. */
export async function loadStaffWords(): Promise<void> {
  if (current) addWords((await staff[current]()).default)
}
