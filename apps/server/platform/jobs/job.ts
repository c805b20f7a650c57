import { type Db, fromKysely } from 'pg-boss'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'

/** An errand a room can be sent on. */
export interface JobKind<P = unknown> {
  name: string
  payload: z.ZodType<P>
  /** How often it is tried again after a fault, with growing waits. */
  retries: number
  timeoutSeconds: number
}

const declared = new Map<string, JobKind>()

export function declareJob<P>(kind: JobKind<P>): JobKind<P> {
  if (declared.has(kind.name)) throw new Error(`The job ${kind.name} is declared twice.`)
  declared.set(kind.name, kind as JobKind)
  return kind
}

export const listJobs = (): JobKind[] => [...declared.values()]

export interface JobQueue {
  send(name: string, payload: object, options: { db: Db; singletonKey?: string }): Promise<void>
}

/** Sends an errand in the writer's own transaction: it exists exactly when the write is kept. */
export async function send<P extends object>(
  ctx: { jobs: JobQueue },
  tx: Tx,
  kind: JobKind<P>,
  payload: P,
  options: { key?: string } = {},
): Promise<void> {
  await ctx.jobs.send(kind.name, kind.payload.parse(payload), {
    db: fromKysely(tx),
    ...(options.key ? { singletonKey: options.key } : {}),
  })
}
