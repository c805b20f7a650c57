import type { House, HouseFile, Link } from '../house.ts'
import { codeIn } from '../place.ts'
import { loadedWith, type Reach, valueLinks } from '../source/graph.ts'
import { packageOf } from '../source/resolve.ts'
import { type Breach, fileWall } from '../wall.ts'

const area = /^apps\/web\/(take|learn)\/|^apps\/web\/questions\/[^/]+\/Player\.tsx$/
const staff = /^apps\/web\/(staff|author|mark|classes|skills|missions|advise|family|admin)\/|\/Editor\.tsx$/
const allowed =
  /^packages\/contract\/generated\/paths\.ts$|^packages\/questions\/[^/]+\/(answer|student)\.ts$/

/** What a student's browser loads at first stays small, and knows no key. */
export const studentAreaWall = fileWall({
  name: 'student area',
  rule: 'The student area loads of our packages only questions/<kind>/{answer,student}.ts and the table of paths; of the rest it imports types.',
  atLeast: 12,
  files: (house) => codeIn(house, area),
  breaches: (file, house) =>
    loadedAtFirst(house, file).flatMap(({ file: loaded, chain }) =>
      valueLinks(loaded)
        .filter((link) => isForbidden(loaded, link))
        .map((link) => says(chain, link)),
    ),
})

/** Files of the browser's own half on the way; what the packages load is the packages' wall. */
function loadedAtFirst(house: House, file: HouseFile): Reach[] {
  return loadedWith(house, file).filter((reach) => reach.file.path.startsWith('apps/web/'))
}

function isForbidden(from: HouseFile, link: Link): boolean {
  if (packageOf(link.specifier) === 'zod') return true
  if (link.to === null) return false
  if (link.to.startsWith('packages/')) return !allowed.test(link.to)
  return staff.test(link.to) && !staff.test(from.path)
}

function says(chain: string[], link: Link): Breach {
  const way = chain.length > 1 ? ` (through ${chain.slice(1).join(' → ')})` : ''
  return { path: chain[0] as string, says: `loads ${link.to ?? link.specifier}${way}` }
}
