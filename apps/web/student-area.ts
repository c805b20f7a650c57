import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const here = import.meta.dirname
const root = resolve(here, '../..')

/** Where the staff area begins: what only these load is no part of the student area. */
const staffDoors = ['staff/StaffArea.tsx', 'staff/Welcome.tsx'].map((file) => join(here, file))

/**
 * Every source file and style sheet that the student's browser may load, lazily too, as paths below the
 * root of the repository; packages by their name. Imports of types alone are left out: they load nothing.
 */
export function studentReach(): string[] {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file) || staffDoors.includes(file)) return
    seen.add(file)
    if (!existsSync(file) || !/\.(tsx?|css)$/.test(file)) return
    for (const target of importsOf(readFileSync(file, 'utf8'))) visit(resolved(target, file))
  }
  visit(join(here, 'main.tsx'))
  for (const kind of readdirSync(join(here, 'questions'))) {
    const player = join(here, 'questions', kind, 'Player.tsx')
    if (existsSync(player)) visit(player)
  }
  return [...seen].map((file) => (file.startsWith('/') ? relative(root, file) : file)).toSorted()
}

function importsOf(code: string): string[] {
  const statements = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|@import\s+["']([^"']+)["']/g,
  )
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function resolved(target: string, from: string): string {
  if (target.startsWith('.')) return resolve(dirname(from), target)
  const own = /^@waymark\/([a-z]+)\/(.+)$/.exec(target)
  return own ? join(root, 'packages', own[1] ?? '', own[2] ?? '') : target
}
