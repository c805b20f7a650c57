import { room as attempts } from './attempts/index.ts'
import { room as evidence } from './evidence/index.ts'
import { room as library } from './library/index.ts'
import { room as mastery } from './mastery/index.ts'
import { room as people } from './people/index.ts'
import type { Room } from './platform/room.ts'
import { room as reports } from './reports/index.ts'

/** The rooms of the house, from the ground up. The one file each new room is added to. */
export const rooms: readonly Room[] = [people, library, attempts, evidence, mastery, reports]
