import { z } from 'zod'
import { declareEvent } from '../platform/events/event.ts'

/**
 * Evidence about a student came, or ceased to count. Key: the student. It says only up to where: whoever
 * listens reads what lies between the change it knows and this one, so that a repeat finds nothing new.
 */
export const evidenceChanged = declareEvent({
  name: 'evidence.changed',
  version: 1,
  payload: z.object({
    student_id: z.uuid(),
    change_no: z.number().int(),
    /** Competencies of the pieces that came or ceased to count. */
    competency_ids: z.array(z.uuid()),
  }),
})
