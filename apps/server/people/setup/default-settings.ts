import type { SchoolLocale, Settings } from '../store/schools.ts'

/** What a new school begins with: closed to self-registration, its words those of its locale. */
export const defaultSettings = (locale: SchoolLocale): Settings => ({
  self_registration: false,
  year_naming: locale === 'en-US' ? 'grade' : 'year',
  mark_naming: locale === 'en-US' ? 'points' : 'marks',
})
