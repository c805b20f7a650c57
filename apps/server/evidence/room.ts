import type { Room } from '../platform/room.ts'
import { workers } from './workers.ts'

/** The log of learning events, and what they say about students: evidence, with its reason and excerpt. */
export const room: Room = { name: 'evidence', routes: {}, workers }
