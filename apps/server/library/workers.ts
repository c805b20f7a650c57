import { every, type Worker, work } from '../platform/work.ts'
import { sweepOriginals } from './documents/sweep-originals.ts'
import { takeInDocument } from './documents/take-in-document.ts'
import { runGeneration } from './generation/run-generation.ts'
import { settleLostGenerations } from './generation/settle-lost-generations.ts'
import { generateQuizJob, readDocumentJob } from './jobs.ts'

export const workers: readonly Worker[] = [
  work(readDocumentJob, takeInDocument),
  work(generateQuizJob, runGeneration),
  every('library.sweep-originals', { seconds: 600 }, sweepOriginals),
  every('library.settle-lost-generations', { seconds: 600 }, settleLostGenerations),
]
