import type { HouseFile, Link } from '../house.ts'
import { isTest, roomOf, rooms } from '../place.ts'
import { type Breach, fileWall } from '../wall.ts'

/** What `rooms.ts`, which puts the server together, takes from each room besides its door. */
const plugs = /^apps\/server\/[^/]+\/(index|routes|workers|keeper|events|jobs|explain)\.ts$/
/** What a room may use of the server's roof: the shape of the settings it is given. */
const settings = 'apps/server/config.ts'

/** A room of the server sees only the rooms below it, and only their doors; the platform knows no subject. */
export const roomsWall = fileWall({
  name: 'rooms',
  rule: 'A room sees only rooms below it, and only their index.ts; the platform sees no room.',
  atLeast: 120,
  files: (house) => house.matching(/^apps\/server\/.*\.ts$/).filter((file) => !isTest(file.path)),
  breaches: (file) => file.links.flatMap((link) => breach(file, link)),
})

function breach(file: HouseFile, link: Link): Breach[] {
  const { to } = link
  const from = roomOf(file.path)
  if (!to?.startsWith('apps/server/') || file.path.startsWith('apps/server/testing/')) return []
  const target = roomOf(to)
  if (target === from) return []
  const at = { path: file.path, line: link.line }
  if (target === null) {
    const allowed = from === null || to === settings
    return allowed ? [] : [{ ...at, says: `imports ${to}; the room ${from} does not see the roof` }]
  }
  if (from !== null && rooms.indexOf(target) > rooms.indexOf(from)) {
    return [{ ...at, says: `imports ${to}; ${from} lies below ${target}` }]
  }
  return throughDoor(file.path, to, target)
    ? []
    : [{ ...at, says: `imports ${to}; the door is ${target}/index.ts` }]
}

/** The platform is plumbing: its files are used directly. */
function throughDoor(from: string, to: string, target: string): boolean {
  if (target === 'platform' || to === `apps/server/${target}/index.ts`) return true
  return /^apps\/server\/(rooms\.ts|gen\.ts|gen\/.*)$/.test(from) && plugs.test(to)
}
