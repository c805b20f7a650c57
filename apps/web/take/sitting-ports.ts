import { Unreachable } from '../api.ts'
import type { Timer } from '../ui/announcer.ts'
import type { Attempt, Bundle, SaveReply } from './attempt-state.ts'
import type { DeviceStore } from './device-store.ts'
import type { Batch } from './queue.ts'
import type { WriterLock } from './writer-lock.ts'

/** What the server is asked during a sitting. */
export interface SittingServer {
  getAttempt(attemptId: string): Promise<Attempt>
  getBundle(attemptId: string): Promise<Bundle>
  save(attemptId: string, body: Batch & { device_id: string }, leaving: boolean): Promise<SaveReply>
  claim(attemptId: string, deviceId: string): Promise<{ writer: { epoch: number } }>
  finish(attemptId: string, proof: WriterProof): Promise<{ status: Attempt['status'] }>
}

export interface SittingPorts {
  server: SittingServer
  store: DeviceStore
  timer: Timer
  /** Asks for the lock among the tabs of this browser; called once. */
  askForLock: (onLost: () => void) => Promise<WriterLock>
  /** The computer's own clock, as ISO text: it is only noted, never trusted. */
  wallClock: () => string
  chance: () => number
  isLeaving: () => boolean
}

/** Goes with each act that only the writing device may do. */
export interface WriterProof {
  device_id: string
  writer_epoch: number
}

/** What the server answers; null when it was not reached. Any refusal is thrown on. */
export async function reach<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Unreachable) return null
    throw error
  }
}
