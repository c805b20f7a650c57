export { pageOf, readCursor } from './cursor.ts'
export { attemptCompleted, markChanged, responseMarked } from './events.ts'
export {
  explainMark,
  explainResult,
  listMarkExcerpts,
  type MarkExplanation,
} from './explain.ts'
export { classResults } from './results/gather-class.ts'
export { listHeldBack } from './results/held-back.ts'
export { room } from './room.ts'
export { countAwaitingRelease } from './store/assignments.ts'
export { mapClassroomsOfWork } from './store/attempts.ts'
export { countWaiting } from './store/marks.ts'
