import { Worker } from 'node:worker_threads'
import type { Generated, GenerationOptions } from '../generator/generate.ts'
import type { Lesson } from '../generator/lesson.ts'

export interface ThreadRequest {
  lesson: Lesson
  options: GenerationOptions
}

/**
 * Makes a quiz on a thread of its own: a long lesson takes a second or two of computing, and answers of a class
 * that is being quizzed must not wait for it.
 */
export function generateInThread(lesson: Lesson, options: GenerationOptions): Promise<Generated> {
  const workerData: ThreadRequest = { lesson, options }
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./generator-thread.ts', import.meta.url), { workerData })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The generator ended without a quiz.')))
  })
}
