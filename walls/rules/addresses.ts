import type { House } from '../house.ts'
import type { Breach, Wall } from '../wall.ts'

/** Folders of one person's machine. */
const machine = /(^|[\s"'`(=:])\/(root\/|work\/(main|shared|\.)|tmp\/w\/|home\/[a-z]|Users\/[A-Za-z])/
/** Addresses that a lockfile or a setting would tie the project to. */
const registry = /registry\.(npmjs|yarnpkg)|npm\.pkg\.github/

/** The repository is the same for everyone: it knows no machine and no mirror. */
export const addressesWall: Wall = {
  name: 'addresses',
  rule: 'No file names a path of one machine, and no file names the host of a package registry.',
  atLeast: 300,
  look: (house) => ({ seen: house.files.length, breaches: breachesOf(house) }),
}

function breachesOf(house: House): Breach[] {
  return house.files.flatMap(({ path, text }) => {
    if (!machine.test(text) && !registry.test(text)) return []
    return text.split('\n').flatMap((line, index) => {
      const found = machine.exec(line)?.[0].trim() ?? registry.exec(line)?.[0]
      return found ? [{ path, line: index + 1, says: `names ${found}` }] : []
    })
  })
}
