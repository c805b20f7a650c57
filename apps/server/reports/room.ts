import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'

/** Read-only views across rooms: first screens, the mastery map, and what stands under a number. */
export const room: Room = { name: 'reports', routes, workers: [] }
