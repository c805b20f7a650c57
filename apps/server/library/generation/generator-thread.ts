import { parentPort, workerData } from 'node:worker_threads'
import { generateQuiz } from '../generator/generate.ts'
import { candidateGate } from './candidate-gate.ts'
import type { ThreadRequest } from './generate-in-thread.ts'

const { lesson, options } = workerData as ThreadRequest
parentPort?.postMessage(generateQuiz(lesson, options, candidateGate(lesson)))
