import { evidenceChanged } from '../evidence/index.ts'
import { on, type Worker } from '../platform/work.ts'
import { foldStudent } from './fold-student.ts'

export const workers: readonly Worker[] = [
  on(evidenceChanged, 'mastery', (ctx, tx, { student_id }, { schoolId }) =>
    foldStudent(ctx, tx, { id: student_id, schoolId }),
  ),
]
