import { addressesWall } from './rules/addresses.ts'
import { browserQuestionsWall } from './rules/browser-questions.ts'
import { clockAndChanceWall } from './rules/clock-and-chance.ts'
import { cyclesWall } from './rules/cycles.ts'
import { environmentWall } from './rules/environment.ts'
import { floorsWall } from './rules/floors.ts'
import { furnitureWall } from './rules/furniture.ts'
import { lockfileWall } from './rules/lockfile.ts'
import { namesWall } from './rules/names.ts'
import { papersWall } from './rules/papers.ts'
import { readerNetworkWall } from './rules/reader-network.ts'
import { roomsWall } from './rules/rooms.ts'
import { schemaWall } from './rules/schema.ts'
import { screenWordsWall } from './rules/screen-words.ts'
import { studentAreaWall } from './rules/student-area.ts'
import { stylesWall } from './rules/styles.ts'
import { unfinishedWall } from './rules/unfinished.ts'
import { userTextWall } from './rules/user-text.ts'
import type { Wall } from './wall.ts'

/** Every wall of the house. A test holds this list and the folder `rules/` equal. */
export const walls: readonly Wall[] = [
  floorsWall,
  roomsWall,
  cyclesWall,
  furnitureWall,
  browserQuestionsWall,
  studentAreaWall,
  readerNetworkWall,
  clockAndChanceWall,
  environmentWall,
  userTextWall,
  screenWordsWall,
  stylesWall,
  schemaWall,
  namesWall,
  unfinishedWall,
  addressesWall,
  lockfileWall,
  papersWall,
]
