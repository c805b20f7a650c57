import { evidenceChanged } from '../evidence/index.ts'
import { every, on, type Worker, work } from '../platform/work.ts'
import { resumeChanges } from './changes/resume-changes.ts'
import { settleStudents } from './changes/settle-students.ts'
import { foldStudent } from './fold-student.ts'
import { settleChange } from './jobs.ts'

export const workers: readonly Worker[] = [
  on(evidenceChanged, 'mastery', (ctx, tx, { student_id }, { schoolId }) =>
    foldStudent(ctx, tx, { id: student_id, schoolId }),
  ),
  work(settleChange, settleStudents),
  every('mastery.resume-changes', { seconds: 600 }, resumeChanges),
]
