import type { HouseFile } from '../house.ts'
import { isTest } from '../place.ts'
import { literalsLike, placesOf } from '../source/pattern.ts'
import { type Breach, fileWall } from '../wall.ts'

const allowed = /^(apps\/server\/(platform|testing)|apps\/web|bench|e2e|walls)\//

const sources = ['Date . now', 'new Date ;', 'Date ( )', 'Math . random', '. randomUUID', '. getRandomValues']
/** Names that the context and arguments may carry too; of Node's module they are chance. */
const ofCrypto = ['randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues']
const sqlSources =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|gen_random_uuid|random)\(\)|\bcurrent_(timestamp|date|time)\b/i

/** The hour, ids and chance come from the context, so that a test can set them and a repeat gives the same. */
export const clockAndChanceWall = fileWall({
  name: 'clock and chance',
  rule: 'Time, ids and chance come from the context; only the platform, the browser and tests ask the machine.',
  atLeast: 150,
  files: (house) =>
    house.matching(/\.(ts|tsx|sql)$/).filter(({ path }) => !isTest(path) && !allowed.test(path)),
  breaches: (file) => (file.path.endsWith('.sql') ? inSql(file) : inCode(file)),
})

function inCode(file: HouseFile): Breach[] {
  const called = [...sources, ...ofCrypto.map((name) => `crypto . ${name}`)].flatMap((source) =>
    placesOf(file.tokens, source).map(({ line }) => ({ line, source: source.replaceAll(' ', '') })),
  )
  const imported = file.links
    .filter((link) => /^(node:)?crypto$/.test(link.specifier))
    .flatMap(({ line, names }) =>
      names.filter((name) => ofCrypto.includes(name)).map((source) => ({ line, source })),
    )
  const inStatements = literalsLike(file.tokens, sqlSources).map(({ line, text }) => ({
    line,
    source: `SQL ${sqlSources.exec(text)?.[0]}`,
  }))
  const places = new Map([...called, ...imported, ...inStatements].map((place) => [place.line, place]))
  return [...places.values()].map(({ line, source }) => ({
    path: file.path,
    line,
    says: `asks the machine: ${source}`,
  }))
}

function inSql(file: HouseFile): Breach[] {
  return file.text.split('\n').flatMap((text, index) => {
    const source = sqlSources.exec(text.replace(/--.*/, ''))?.[0]
    return source ? [{ path: file.path, line: index + 1, says: `asks the machine: SQL ${source}` }] : []
  })
}
