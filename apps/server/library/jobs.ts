import { z } from 'zod'
import { declareJob } from '../platform/jobs/job.ts'

/** Read an uploaded file, keep its text, delete the original. */
export const readDocumentJob = declareJob({
  name: 'library.read-document',
  payload: z.object({ school_id: z.uuid(), document_id: z.uuid() }),
  retries: 3,
  timeoutSeconds: 120,
})

/** Propose a quiz from a unit. */
export const generateQuizJob = declareJob({
  name: 'library.generate-quiz',
  payload: z.object({ school_id: z.uuid(), generation_id: z.uuid() }),
  retries: 2,
  timeoutSeconds: 180,
})
