import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { type Catalogue, compileCatalogue, findDifferencesAmiss, keysUsed, type Part } from './compile.ts'
import { isLocale, type Locale } from './locales.ts'

const prefix = 'virtual:words/'
const resolvedPrefix = `\0${prefix}`

function readCatalogue(locale: string): Catalogue {
  return JSON.parse(readFileSync(fileOf(locale), 'utf8')) as Catalogue
}

function fileOf(locale: string): URL {
  return new URL(`./${locale}.json`, import.meta.url)
}

/**
 * Serves `virtual:words/<locale>/<part>` as compiled messages, so that no ICU parser is shipped,
 * and fails the build when the code asks for a key that the source catalogue lacks.
 */
export function words(): Plugin {
  return {
    name: 'waymark-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(resolvedPrefix)) return null
      const [locale, part] = id.slice(resolvedPrefix.length).split('/')
      if (!isLocale(locale)) this.error(`There is no catalogue for ${locale}`)
      const messages = compile(locale, part as Part)
      this.addWatchFile(fileOf('en-GB').pathname)
      return `export default ${JSON.stringify(messages)}`
    },
    transform(code, id) {
      if (!/\/apps\/web\/.*\.tsx?$/.test(id)) return null
      const source = readCatalogue('en-GB')
      const missing = keysUsed(code).filter((key) => !(key in source))
      if (missing.length > 0) this.error(`words/en-GB.json lacks ${missing.join(', ')}, asked for in ${id}`)
      return null
    },
  }
}

function compile(locale: Locale, part: Part) {
  const source = readCatalogue('en-GB')
  const differences = locale === 'en-US' ? readCatalogue('en-US') : {}
  const amiss = findDifferencesAmiss(source, differences)
  if (amiss.length > 0) throw new Error(`words/en-US.json: ${amiss.join('; ')}`)
  return compileCatalogue(source, differences, locale, part)
}
