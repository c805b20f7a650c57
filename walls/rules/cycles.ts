import { cyclesIn } from '../source/graph.ts'
import type { Wall } from '../wall.ts'

/** No file may, through others, import itself. */
export const cyclesWall: Wall = {
  name: 'cycles',
  rule: 'No files import each other in a circle, not even for types.',
  atLeast: 300,
  look: (house) => ({
    seen: house.matching(/\.tsx?$/).length,
    breaches: cyclesIn(house).map((cycle) => ({
      path: cycle[0] as string,
      says: cycle.slice(1).join(' → '),
    })),
  }),
}
