import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

/** Students take quizzes: published, taken, saved, marked, released. */
export const room: Room = { name: 'attempts', routes, workers }

export { pageOf, readCursor } from './cursor.ts'
export { attemptCompleted, markChanged, responseMarked } from './events.ts'
export {
  explainMark,
  explainResult,
  listMarkExcerpts,
  type MarkExplanation,
  type ResultExplanation,
} from './explain.ts'
export { findDifferences, rebuildAttempt } from './marking/rebuild-attempt.ts'
export { classResults } from './results/gather-class.ts'
export { listHeldBack } from './results/held-back.ts'
