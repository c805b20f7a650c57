import type { HouseFile, Link } from '../house.ts'
import { floorOf, isTest } from '../place.ts'
import { packageOf } from '../source/resolve.ts'
import { type Breach, fileWall } from '../wall.ts'

interface Floor {
  /** Floors below that may be imported, besides itself. */
  sees: string[]
  /** npm packages that may be imported; `any` where the machine may be touched. */
  npm: string[] | 'any'
}

const floors: Readonly<Record<string, Floor>> = {
  'packages/science': { sees: [], npm: [] },
  'packages/questions': { sees: ['packages/science'], npm: ['zod', '@noble/hashes'] },
  'packages/contract': { sees: ['packages/questions'], npm: ['zod'] },
  'packages/interop': { sees: ['packages/questions'], npm: ['zod', 'csv-parse', 'fast-xml-parser'] },
  'packages/client': { sees: [], npm: [] },
  'apps/server': {
    sees: ['packages/science', 'packages/questions', 'packages/contract', 'packages/interop'],
    npm: 'any',
  },
  'apps/web': { sees: ['packages/questions', 'packages/contract'], npm: 'any' },
  e2e: { sees: ['packages/contract'], npm: 'any' },
  // Benchmarks measure every floor, and start a server as the journeys do.
  bench: {
    sees: [
      'packages/science',
      'packages/questions',
      'packages/contract',
      'packages/interop',
      'apps/server',
      'apps/web',
      'e2e',
    ],
    npm: 'any',
  },
  walls: { sees: ['packages/contract'], npm: 'any' },
}

/** Packages and apps look down, never up and never sideways. */
export const floorsWall = fileWall({
  name: 'floors',
  rule: 'Each package and app imports only the floors below it, and pure packages only the npm packages named for them.',
  atLeast: 300,
  files: (house) => house.files.filter((file) => /\.tsx?$/.test(file.path) && floors[floorOf(file.path)]),
  breaches: (file) => file.links.flatMap((link) => breach(file, link)),
})

function breach(file: HouseFile, link: Link): Breach[] {
  const from = floorOf(file.path)
  const floor = floors[from] as Floor
  const outside = packageOf(link.specifier)
  const at = { path: file.path, line: link.line }
  if (link.specifier === '') {
    const mayCompute = from === 'e2e' || from === 'bench' || isTest(file.path)
    return mayCompute ? [] : [{ ...at, says: 'imports by a computed name, which no wall can follow' }]
  }
  if (outside !== null) {
    const allowed = floor.npm === 'any' || isTest(file.path) || floor.npm.includes(outside)
    return allowed ? [] : [{ ...at, says: `imports ${outside}; ${from} may not` }]
  }
  if (link.to === null)
    return leadsNowhere(link) ? [{ ...at, says: `imports ${link.specifier}, which is not there` }] : []
  const to = floorOf(link.to)
  const allowed = to === from || floor.sees.includes(to) || isOwnPackageFile(link.to, from)
  return allowed ? [] : [{ ...at, says: `imports ${link.to}; ${from} does not see ${to}` }]
}

/** Files made by a build (`dist`, styles asked for with a query) are no part of the repository. */
function leadsNowhere(link: Link): boolean {
  return /\.tsx?$/.test(link.specifier) && link.how !== 'url'
}

/** The version stands in the package.json at the root, which every floor may read. */
function isOwnPackageFile(to: string, from: string): boolean {
  return to === 'package.json' && !from.startsWith('packages/')
}
