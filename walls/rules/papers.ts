import type { House } from '../house.ts'
import type { Breach, Wall } from '../wall.ts'

const map = 'docs/map.md'
const reasons = 'docs/decisions/dependencies.md'

/** The papers tell of the house that stands. */
export const papersWall: Wall = {
  name: 'papers',
  rule: 'docs/map.md names every folder down to the rooms, docs/decisions/dependencies.md gives a reason for every dependency, and links between papers lead somewhere.',
  atLeast: 10,
  look: (house) => {
    const papers = house.matching(/\.md$/)
    return {
      seen: papers.length,
      breaches: [...unmapped(house), ...unreasoned(house), ...brokenLinks(house)],
    }
  },
}

/** Top folders, packages, apps and the rooms inside those; kinds of question come and go without a word. */
function placesOf(house: House): string[] {
  const places = house.files.flatMap(({ path }) => {
    const folders = path.split('/').slice(0, -1)
    const isSplit = folders[0] === 'packages' || folders[0] === 'apps'
    const depth = folders[1] === 'questions' ? 2 : isSplit ? 3 : 1
    return folders.slice(0, depth).map((_, i) => folders.slice(0, i + 1).join('/'))
  })
  return [...new Set(places)].sort()
}

function unmapped(house: House): Breach[] {
  const text = house.find(map)?.text ?? ''
  return placesOf(house)
    .filter((place) => !text.includes(`\`${place}/\``))
    .map((place) => ({ path: map, says: `does not name \`${place}/\`` }))
    .concat(
      [...text.matchAll(/^\| `([^`]+)\/`/gm)]
        .filter(([, place]) => !house.files.some(({ path }) => path.startsWith(`${place}/`)))
        .map(([, place]) => ({ path: map, says: `names \`${place}/\`, which is not there` })),
    )
}

/** Every npm package that a package.json of ours names. */
function dependenciesOf(house: House): string[] {
  const names = house.matching(/^((packages|apps)\/[^/]+\/)?package\.json$/).flatMap(({ text }) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Record<string, object>
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  })
  return [...new Set(names)].filter((name) => !name.startsWith('@waymark/')).sort()
}

function unreasoned(house: House): Breach[] {
  const lines = (house.find(reasons)?.text ?? '').split('\n')
  const given = lines.flatMap((line) => {
    const [head, reason] = line.split(/ — |: /, 2)
    return line.startsWith('- ') && reason
      ? [...(head as string).matchAll(/`([^`]+)`/g)].map(([, name]) => name)
      : []
  })
  const used = dependenciesOf(house)
  return [
    ...used
      .filter((name) => !given.includes(name))
      .map((name) => ({ path: reasons, says: `gives no reason for ${name}` })),
    ...given
      .filter((name) => !used.includes(name as string))
      .map((name) => ({ path: reasons, says: `speaks of ${name}, which nothing depends on` })),
  ]
}

function brokenLinks(house: House): Breach[] {
  return house.matching(/\.md$/).flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target as string)
      .filter((target) => !/^\w+:/.test(target) && !leads(house, path, target))
      .map((target) => ({ path, says: `links to ${target}, which is not there` })),
  )
}

function leads(house: House, from: string, target: string): boolean {
  const { pathname } = new URL(target, `file:///${from}`)
  const wanted = decodeURIComponent(pathname).slice(1)
  return house.files.some(
    ({ path }) => path === wanted || path.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`),
  )
}
