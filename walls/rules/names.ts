import { basename, dirname } from 'node:path/posix'
import type { HouseFile } from '../house.ts'
import { type Breach, fileWall } from '../wall.ts'

/** Words that say nothing of what is inside. */
const empty = /^(utils?|helpers?|common|shared|misc|managers?|services?)$/
/** Names in which such a word does say something. */
const meant = new Set(['common-passwords'])

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?$/
const migration = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*$/
const folderName = /^\.?[a-z0-9]+(-[a-z0-9]+)*$/

/** A name says the one thing inside. */
export const namesWall = fileWall({
  name: 'names',
  rule: 'Files are kebab-case after the one thing inside, React components PascalCase; no utils, helpers, common, shared, misc, manager, service.',
  atLeast: 300,
  files: (house) => house.matching(/^(packages|apps|e2e|bench|walls)\/.*\.(ts|tsx|css|sql)$/),
  breaches: (file) => [...emptyWords(file), ...wrongCase(file)],
})

function emptyWords(file: HouseFile): Breach[] {
  const names = file.path.split('/').map((name) => name.replace(/\..*/, ''))
  return names
    .filter(
      (name) =>
        !meant.has(name) &&
        name.split(/[-_]|(?<=[a-z])(?=[A-Z])/).some((word) => empty.test(word.toLowerCase())),
    )
    .map((name) => ({ path: file.path, says: `is named "${name}", which does not say what is inside` }))
}

function wrongCase(file: HouseFile): Breach[] {
  const stem = basename(file.path).replace(/\.(ts|tsx|css|sql)$/, '')
  const folders = dirname(file.path).split('/')
  const breaches = folders
    .filter((name) => !folderName.test(name))
    .map((name) => ({ path: file.path, says: `lies in "${name}", which is not kebab-case` }))
  return fits(file.path, stem)
    ? breaches
    : [...breaches, { path: file.path, says: 'is not named in the right case' }]
}

function fits(path: string, stem: string): boolean {
  if (path.endsWith('.sql')) return migration.test(stem) || kebab.test(stem)
  return kebab.test(stem) || (/\.(tsx|css|test\.ts)$/.test(path) && pascal.test(stem))
}
