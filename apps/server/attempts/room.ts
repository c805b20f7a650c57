import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

/** Students take quizzes: published, taken, saved, marked, released. */
export const room: Room = { name: 'attempts', routes, workers }
