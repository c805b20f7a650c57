import { z } from 'zod'
import { declareJob } from '../platform/jobs/job.ts'

/** A list of 5,000 students takes minutes of hashing; a run that was cut short goes on where it stopped. */
export const hashRosterPasswords = declareJob({
  name: 'people.hash-roster-passwords',
  payload: z.object({ school_id: z.uuid(), import_id: z.uuid() }),
  retries: 5,
  timeoutSeconds: 1800,
})
