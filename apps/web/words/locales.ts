/** en-XA (longer, accented) and ar-XB (mirrored) are made from en-GB to try layouts; nobody speaks them. */
export const locales = ['en-GB', 'en-US', 'en-XA', 'ar-XB'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en-GB'

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((locale) => locale === text)
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.slice(0, 2)) ? 'rtl' : 'ltr'
}

/** The locale whose dates, numbers and plurals are used: a pseudo-locale borrows those of en-GB. */
export function formattingLocale(locale: Locale): string {
  return locale === 'en-US' ? 'en-US' : 'en-GB'
}

/** The person's choice, else the school's, else the first language of the browser that we speak. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): Locale {
  return wishes.find(isLocale) ?? defaultLocale
}
