import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

/** Students take quizzes: published, taken, saved, marked, released. */
export const room: Room = { name: 'attempts', routes, workers }

export { pageOf, readCursor } from './cursor.ts'
export { attemptCompleted, markChanged, responseMarked } from './events.ts'
export { explainMark, listMarkExcerpts, type MarkExplanation } from './explain.ts'
export { findDifferences, rebuildAttempt } from './marking/rebuild-attempt.ts'
export { listHeldBack } from './results/held-back.ts'
