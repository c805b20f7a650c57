import { z } from 'zod'
import { declareJob } from '../platform/jobs/job.ts'

/** Brings a change to every one of its students; a run that was cut short goes on with those not done. */
export const settleChange = declareJob({
  name: 'mastery.settle-change',
  payload: z.object({ school_id: z.uuid(), change_id: z.uuid() }),
  retries: 5,
  timeoutSeconds: 1800,
})
