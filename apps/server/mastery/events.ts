import { z } from 'zod'
import { declareEvent } from '../platform/events/event.ts'

/** A student's estimates moved. Key: the student. What they are now is for the reader to ask. */
export const masteryUpdated = declareEvent({
  name: 'mastery.updated',
  version: 1,
  payload: z.object({
    student_id: z.uuid(),
    /** Counts each change of this student's estimates. */
    version: z.number().int(),
    /** Competencies with new evidence, or whose evidence ceased to count. */
    competency_ids: z.array(z.uuid()),
  }),
})
