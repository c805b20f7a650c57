import { attemptCompleted, markChanged, responseMarked } from '../attempts/index.ts'
import { every, on, type Worker } from '../platform/work.ts'
import { makeEventPartitions } from './make-partitions.ts'
import { takeChangeOfMark, takeEndOfAttempt, takeMark } from './take-announcements.ts'

export const workers: readonly Worker[] = [
  on(responseMarked, 'evidence', takeMark),
  on(markChanged, 'evidence', takeChangeOfMark),
  on(attemptCompleted, 'evidence', takeEndOfAttempt),
  every('evidence.make-partitions', { seconds: 86_400 }, makeEventPartitions),
]
