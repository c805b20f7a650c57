import type { House, HouseFile } from './house.ts'

/** Rooms of the server from the lowest up; a room sees those before it. */
export const rooms = [
  'platform',
  'people',
  'library',
  'attempts',
  'evidence',
  'mastery',
  'skills',
  'guidance',
  'credentials',
  'reports',
  'exchange',
]

/** `packages/science`, `apps/server`, `e2e`, …: the top-level part a file lies in; `.` for the root itself. */
export function floorOf(path: string): string {
  const parts = path.split('/')
  if (parts.length === 1) return '.'
  return /^(packages|apps)$/.test(parts[0] as string) ? parts.slice(0, 2).join('/') : (parts[0] as string)
}

/** The room of a server file, or null for what stands on the roof of the server (`rooms.ts`, `cli/`, …). */
export function roomOf(path: string): string | null {
  const name = /^apps\/server\/([^/]+)\//.exec(path)?.[1]
  return name !== undefined && rooms.includes(name) ? name : null
}

/** A test, or what only tests use: a folder `testing/`. */
export const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)
const isGenerated = (path: string) => path.includes('/generated/')

/** Hand-written product code that matches; no tests, nothing generated. */
export function codeIn(house: House, pattern: RegExp): HouseFile[] {
  return house
    .matching(pattern)
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path) && !isGenerated(path))
}
