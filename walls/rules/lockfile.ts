import type { House } from '../house.ts'
import type { Breach, Wall } from '../wall.ts'

const path = 'package-lock.json'

interface Locked {
  version?: string
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
}

/** A lockfile that `npm ci` accepts from any registry and on any platform. */
export const lockfileWall: Wall = {
  name: 'lockfile',
  rule: 'package-lock.json names no host, and every optional package of another platform with its version; package files name exact versions.',
  atLeast: 8,
  look: (house) => {
    const packages = house.matching(/^((packages|apps)\/[^/]+\/)?package\.json$/)
    const breaches = [
      ...packages.flatMap(({ path, text }) => looseVersions(path, text)),
      ...faultsOfLock(house),
    ]
    return { seen: packages.length + (house.find(path) ? 1 : 0), breaches }
  },
}

function faultsOfLock(house: House): Breach[] {
  const text = house.find(path)?.text
  if (text === undefined) return []
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }
  return Object.entries(packages).flatMap(([folder, locked]) => {
    const names = Object.keys(locked.optionalDependencies ?? {})
    const missing = names.filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
    )
    const isOurs = !folder.includes('node_modules/') || locked.link === true
    return [
      ...(/^\w+:/.test(locked.resolved ?? '') ? [`names a host for ${folder}`] : []),
      ...(isOurs || locked.version ? [] : [`names no version of ${folder}`]),
      ...missing.map((name) => `leaves out ${name}, which ${folder || 'the root'} names`),
    ].map((says) => ({ path, says }))
  })
}

function looseVersions(path: string, text: string): Breach[] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Record<
    string,
    Record<string, string>
  >
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ path, says: `asks for ${name} ${version}, not an exact version` }))
}
