import type { EventBatch, SaveReply } from '@waymark/contract/attempts/saving.ts'
import type { z } from 'zod'
import type { Config } from '../../config.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { questionsByPosition } from '../quiz-content.ts'
import { hasRung } from '../rules.ts'
import { findAttempt } from '../store/attempts.ts'
import {
  type Batch,
  listEventTexts,
  lockAttempts,
  readSavingStates,
  type SavingAttempt,
  type SavingState,
  writeBatches,
} from '../store/saving.ts'
import { hasArrived, missing } from './device-line.ts'
import { lengthenChain } from './lengthen-chain.ts'
import { SaveLine } from './save-line.ts'
import { type SortedBatch, sortBatch } from './sort-batch.ts'
import { numberOf } from './why-invalid.ts'

/** Seconds between a device's signs of life. */
const BEAT_S = 5

type Sent = z.output<typeof EventBatch>
type Reply = z.output<typeof SaveReply>

interface Ask {
  ctx: Context
  attemptId: string
  sent: Sent
}

/** What became of one batch; null when the attempt is not the sender's. */
type Kept = { reply: Reply; reused: number[] } | null

/**
 * Keeps a batch of events; the reply follows the commit, so what is acknowledged is on the disk. A number
 * that comes again with another content is kept too, and then refused, so that the device stops using it.
 */
export async function saveEvents(ctx: Context, attemptId: string, sent: Sent): Promise<Reply> {
  const kept = await lineOf(ctx).save(attemptId, { ctx, attemptId, sent })
  if (kept === null) throw new Refused('not_found')
  if (kept.reused.length > 0)
    throw new Refused('sequence_reused', { device_seqs: kept.reused, ...kept.reply })
  return kept.reply
}

/** One line per school of a house; its configuration stands for the house. */
const lines = new WeakMap<Config, Map<string, SaveLine<Ask, Kept>>>()

function lineOf(ctx: Context): SaveLine<Ask, Kept> {
  const { schoolId } = whoIs(ctx)
  const ofHouse = lines.get(ctx.config) ?? new Map<string, SaveLine<Ask, Kept>>()
  lines.set(ctx.config, ofHouse)
  const line = ofHouse.get(schoolId) ?? new SaveLine(keepGroup)
  ofHouse.set(schoolId, line)
  return line
}

/** One transaction and the same few statements for a group of batches, each of another attempt. */
async function keepGroup(asks: readonly Ask[]): Promise<Kept[]> {
  const [first] = asks
  if (!first) return []
  return first.ctx.transaction(async (tx) => {
    const attempts = await lockOwn(tx, asks)
    const own = asks.filter(({ attemptId }) => attempts.has(attemptId))
    const states = await readSavingStates(
      tx,
      own.map(({ attemptId, sent }) => ({
        attempt_id: attemptId,
        device_id: sent.device_id,
        positions: sent.events.map(({ position }) => position).filter(isPlace),
      })),
    )
    const kept = new Map<Ask, Kept>()
    const batches: Batch[] = []
    for (const [place, ask] of own.entries()) {
      const attempt = attempts.get(ask.attemptId)
      const state = states[place]
      if (!attempt || !state) continue
      const sorted = await sort(tx, ask, attempt, state)
      if (sorted.stored.length > 0) batches.push(await batchOf(tx, ask, attempt, state, sorted))
      kept.set(ask, { reply: replyOf(ask.ctx, attempt, sorted), reused: sorted.reused })
    }
    if (batches.length > 0) await writeBatches(tx, batches)
    return asks.map((ask) => kept.get(ask) ?? null)
  })
}

const isPlace = (position: unknown): position is number =>
  Number.isInteger(position) && Number(position) >= 1 && Number(position) <= 1000

/** The askers' own attempts, held; those whose bell has rung end first. */
async function lockOwn(tx: Tx, asks: readonly Ask[]): Promise<Map<string, SavingAttempt>> {
  const locked = await lockAttempts(
    tx,
    asks.map(({ attemptId }) => attemptId),
  )
  const own = new Map<string, SavingAttempt>()
  for (const { ctx, attemptId } of asks) {
    const attempt = locked.get(attemptId)
    if (attempt?.student_id !== whoIs(ctx).userId) continue
    const mustEnd = attempt.status === 'in_progress' && hasRung(attempt, ctx.now)
    const whole = mustEnd ? await findAttempt(tx, attemptId) : null
    own.set(attemptId, whole ? await afterBell(ctx, tx, whole) : attempt)
  }
  return own
}

async function sort(
  tx: Tx,
  { ctx, attemptId, sent }: Ask,
  attempt: SavingAttempt,
  { device, responses }: SavingState,
): Promise<SortedBatch> {
  const seqs = sent.events.flatMap((raw) => numberOf(raw) ?? [])
  const seen = seqs.filter((seq) => hasArrived(device.arrived, seq))
  return sortBatch(
    {
      device_id: sent.device_id,
      epochs: device.epochs,
      arrived: device.arrived,
      known: await listEventTexts(tx, attemptId, sent.device_id, seen),
      responses,
      questions: await questionsByPosition(tx, attempt),
      ended: attempt.status !== 'in_progress',
      event_count: attempt.event_count,
      now: ctx.now,
    },
    sent.events,
  )
}

const batchOf = async (
  tx: Tx,
  { ctx, sent }: Ask,
  attempt: SavingAttempt,
  { device }: SavingState,
  sorted: SortedBatch,
): Promise<Batch> => ({
  attempt,
  device: await lengthenChain(tx, attempt.id, device, sorted, sent.chain_head),
  stored: sorted.stored,
  responses: sorted.responses,
  event_count: attempt.event_count + sorted.stored.length,
  now: ctx.now,
})

const replyOf = (ctx: Context, attempt: SavingAttempt, sorted: SortedBatch): Reply => ({
  accepted_through: sorted.arrived.through,
  missing: missing(sorted.arrived),
  results: sorted.results,
  server_time: ctx.now.toISOString(),
  deadline_at: attempt.deadline_at?.toISOString() ?? null,
  writer_epoch: attempt.writer_epoch,
  beat_s: BEAT_S,
  status: attempt.status,
})
