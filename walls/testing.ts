import { houseOf } from './house.ts'
import { complaints, type Wall } from './wall.ts'

/** What a wall says of a small house; the count of files is left aside. */
export function breachesIn(wall: Wall, texts: Readonly<Record<string, string>>): string[] {
  return complaints({ ...wall, atLeast: 0 }, wall.look(houseOf(texts)))
}

/** How many files a wall saw in a small house. */
export function seenIn(wall: Wall, texts: Readonly<Record<string, string>>): number {
  return wall.look(houseOf(texts)).seen
}
