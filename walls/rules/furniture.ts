import { basename } from 'node:path/posix'
import type { HouseFile, Link } from '../house.ts'
import { codeIn, roomOf } from '../place.ts'
import { placesOf } from '../source/pattern.ts'
import { packageOf } from '../source/resolve.ts'
import { type Breach, fileWall } from '../wall.ts'

const fixedNames = /^(index|rules|routes|events|jobs|workers|keeper|explain|store)\.ts$/

/** Each file of a room does the one thing its fixed name promises. */
export const furnitureWall = fileWall({
  name: 'furniture',
  rule: 'rules.ts decides from its arguments alone, routes.ts only connects, index.ts only re-exports, SQL stands in store files, transactions open in verbs.',
  atLeast: 50,
  files: (house) =>
    codeIn(house, /^apps\/server\//).filter(({ path }) => {
      const room = roomOf(path)
      return room !== null && room !== 'platform' && !/\/(reading|sample)\//.test(path)
    }),
  breaches: (file) => [
    ...file.links.flatMap((link) => wrongImport(file, link)),
    ...(basename(file.path) === 'index.ts' ? ownCode(file) : []),
    ...transactionsOutsideVerbs(file),
  ],
})

function wrongImport(file: HouseFile, link: Link): Breach[] {
  const says = (text: string) => [
    { path: file.path, line: link.line, says: `imports ${link.specifier}; ${text}` },
  ]
  const name = basename(file.path)
  const target = link.to ?? link.specifier
  if (name === 'rules.ts' && !mayDecideWith(file, link))
    return says('rules import science, questions and types')
  if (name === 'routes.ts' && (isStore(target) || packageOf(link.specifier) === 'kysely')) {
    return says('routes hold no SQL')
  }
  if (packageOf(link.specifier) === 'kysely' && !link.typeOnly && !isStore(file.path)) {
    return says('SQL stands in store files')
  }
  if (isStore(file.path) && /^packages\/contract\/|\/platform\/http/.test(target) && !link.typeOnly) {
    return says('a store knows no wire')
  }
  return []
}

function mayDecideWith(file: HouseFile, link: Link): boolean {
  if (link.to === null) return false
  if (/^packages\/(science|questions)\//.test(link.to)) return true
  const sameRoom = roomOf(link.to) === roomOf(file.path)
  if (sameRoom && !isStore(link.to) && !/\/(routes|workers|keeper|jobs)\.ts$/.test(link.to)) return true
  return link.typeOnly && roomOf(link.to) !== 'platform'
}

const isStore = (path: string) => /\/store(\.ts$|\/)/.test(path)

/** A door that holds code of its own is a room of its own. */
function ownCode(file: HouseFile): Breach[] {
  const { path, tokens } = file
  const code = tokens.filter((token) => token.kind !== 'comment')
  const own = code.find(
    ({ kind, text }) =>
      kind === 'word' && /^(const|let|function|class|interface|async|default|return)$/.test(text),
  )
  return own ? [{ path, line: own.line, says: 'holds code of its own; a door only re-exports' }] : []
}

function transactionsOutsideVerbs(file: HouseFile): Breach[] {
  const isVerb = !fixedNames.test(basename(file.path)) && !isStore(file.path)
  if (isVerb) return []
  return placesOf(file.tokens, '. transaction (').map(({ line }) => ({
    path: file.path,
    line,
    says: 'opens a transaction; only verbs do',
  }))
}
