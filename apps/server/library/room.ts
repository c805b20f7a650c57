import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

export const room: Room = { name: 'library', routes, workers }
