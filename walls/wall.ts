import type { House, HouseFile } from './house.ts'

/** One place where the house breaks a rule. */
export interface Breach {
  path: string
  line?: number
  says: string
}

/** What a wall found, and how many files it looked at. */
export interface Sight {
  seen: number
  breaches: Breach[]
}

/** A rule of the house that a program can check. */
export interface Wall {
  name: string
  /** The rule in one sentence, printed when it is broken. */
  rule: string
  /** Fewer files than this and the wall fails: a check that sees nothing proves nothing. */
  atLeast: number
  look: (house: House) => Sight
}

/** A wall that looks at each file of a selection by itself. */
export function fileWall(
  wall: Omit<Wall, 'look'> & {
    files: (house: House) => HouseFile[]
    breaches: (file: HouseFile, house: House) => Breach[]
  },
): Wall {
  const { files, breaches, ...rest } = wall
  return {
    ...rest,
    look: (house) => {
      const selected = files(house)
      return { seen: selected.length, breaches: selected.flatMap((file) => breaches(file, house)) }
    },
  }
}

/** What is wrong with a house according to a wall, one line each; empty when the wall stands. */
export function complaints(wall: Wall, sight: Sight): string[] {
  const lines = sight.breaches.map(({ path, line, says }) => `${path}${line ? `:${line}` : ''} ${says}`)
  if (sight.seen < wall.atLeast) lines.push(`saw ${sight.seen} files, must see at least ${wall.atLeast}`)
  return lines
}
