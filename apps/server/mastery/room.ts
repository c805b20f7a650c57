import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

/** What each student knows: estimates folded from evidence, with how sure they are. */
export const room: Room = { name: 'mastery', routes, workers }
