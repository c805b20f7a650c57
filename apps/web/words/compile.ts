import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Locale } from './locales.ts'
import { accented, mirrored } from './pseudo.ts'

/** Keys to ICU messages, as written in a catalogue file. */
export type Catalogue = Record<string, string>
export type Compiled = Record<string, ReturnType<typeof compileMessageOrThrow>>
/** `base` is loaded by everyone; `staff` only with the staff area. */
export type Part = 'base' | 'staff'

const staffAreas = new Set(['admin', 'author', 'classes', 'kind', 'mark', 'setup', 'staff'])

/** Which part of the catalogue a key belongs to: the word before its first dot is the area. */
export function partOf(key: string): Part {
  return staffAreas.has(key.split('.', 1)[0] ?? '') ? 'staff' : 'base'
}

/** One part of the catalogue of one locale, parsed; what `differences` lacks is taken from `source`. */
export function compileCatalogue(
  source: Catalogue,
  differences: Catalogue,
  locale: Locale,
  part: Part,
): Compiled {
  const change = locale === 'en-XA' ? accented : locale === 'ar-XB' ? mirrored : (text: string) => text
  const messages = Object.entries({ ...source, ...differences }).filter(([key]) => partOf(key) === part)
  return Object.fromEntries(messages.map(([key, text]) => [key, compileMessageOrThrow(text, change)]))
}

/** What is wrong with a catalogue of differences, one sentence each: unknown keys, other arguments, no change. */
export function findDifferencesAmiss(source: Catalogue, differences: Catalogue): string[] {
  return Object.entries(differences).flatMap(([key, text]) => {
    const original = source[key]
    if (original === undefined) return [`${key} is not in the source catalogue`]
    if (original === text) return [`${key} says the same as the source`]
    const [theirs, ours] = [original, text].map((message) => argumentsOf(message).join(', '))
    return theirs === ours ? [] : [`${key} takes the arguments ${ours}, the source ${theirs}`]
  })
}

/** The names of the arguments of an ICU message, sorted. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      names.add(String(token[0]))
      if (token[2] && typeof token[2] === 'object') Object.values(token[2]).forEach(visit)
    }
  }
  visit(compileMessageOrThrow(message))
  return [...names].sort()
}

/** Keys that a source text asks for by a plain literal: `t('ui.close')`. */
export function keysUsed(code: string): string[] {
  return [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}
