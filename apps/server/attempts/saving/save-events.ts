import type { EventBatch, SaveReply } from '@waymark/contract/attempts-shapes.ts'
import type { Question } from '@waymark/questions/question.ts'
import type { z } from 'zod'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { afterBell } from '../marking/mark-attempt.ts'
import { loadQuestions } from '../quiz-content.ts'
import { type AttemptRecord, lockAttempt } from '../store/attempts.ts'
import type { Device } from '../store/devices.ts'
import { listEventTexts, readSavingState, writeBatch } from '../store/saving.ts'
import { nextHead } from './chain.ts'
import { missing } from './device-line.ts'
import { type SortedBatch, sortBatch } from './sort-batch.ts'
import { numberOf } from './why-invalid.ts'

/** Seconds between a device's signs of life. */
const BEAT_S = 5

type Sent = z.output<typeof EventBatch>
type Reply = z.output<typeof SaveReply>

/**
 * Keeps a batch of events; the reply follows the commit, so what is acknowledged is on the disk. A number
 * that comes again with another content is kept too, and then refused, so that the device stops using it.
 */
export async function saveEvents(ctx: Context, attemptId: string, sent: Sent): Promise<Reply> {
  const viewer = whoIs(ctx)
  const { reply, reused } = await ctx.transaction(async (tx) => {
    const locked = await lockAttempt(tx, attemptId)
    if (!locked || locked.student_id !== viewer.userId) throw new Refused('not_found')
    return keepBatch(ctx, tx, await afterBell(ctx, tx, locked), sent)
  })
  if (reused.length > 0) throw new Refused('sequence_reused', { device_seqs: reused, ...reply })
  return reply
}

async function keepBatch(ctx: Context, tx: Tx, attempt: AttemptRecord, sent: Sent) {
  const seqs = sent.events.flatMap((raw) => numberOf(raw) ?? [])
  const { device, known, responses } = await readSavingState(tx, attempt.id, sent.device_id, seqs)
  const sorted = sortBatch(
    {
      device_id: sent.device_id,
      epochs: device.epochs,
      arrived: device.arrived,
      known,
      responses,
      questions: byPosition(attempt, await loadQuestions(tx, attempt)),
      ended: attempt.status !== 'in_progress',
      event_count: attempt.event_count,
      now: ctx.now,
    },
    sent.events,
  )
  if (sorted.stored.length > 0)
    await writeBatch(tx, {
      attempt,
      device: await lengthenChain(tx, attempt.id, device, sorted, sent),
      stored: sorted.stored,
      responses: sorted.responses,
      event_count: attempt.event_count + sorted.stored.length,
      now: ctx.now,
    })
  return { reply: replyOf(ctx, attempt, sorted), reused: sorted.reused }
}

function byPosition(
  attempt: AttemptRecord,
  questions: ReadonlyMap<string, Question>,
): ReadonlyMap<number, Question> {
  return new Map(
    attempt.snapshot.questions.flatMap(({ position, question_version_id }) => {
      const question = questions.get(question_version_id)
      return question ? [[position, question]] : []
    }),
  )
}

/**
 * The device's line after this batch. Where a gap was filled the chain is computed over what had arrived
 * beyond it. A head that differs from the device's own is noted and refuses nothing.
 */
async function lengthenChain(
  tx: Tx,
  attemptId: string,
  device: Device,
  { arrived, texts }: SortedBatch,
  sent: Sent,
): Promise<Device> {
  const first = device.arrived.through + 1
  const isWhole = Array.from({ length: arrived.through - first + 1 }, (_, index) =>
    texts.has(first + index),
  ).every(Boolean)
  const all = isWhole ? texts : await listEventTexts(tx, attemptId, device.device_id, first, arrived.through)
  let head = device.chain_head
  for (let seq = first; seq <= arrived.through; seq += 1)
    head = nextHead(head, texts.get(seq) ?? all.get(seq) ?? '')
  const last = Math.max(...texts.keys(), 0)
  const differs = last === arrived.through && head !== sent.chain_head
  return {
    ...device,
    arrived,
    chain_head: head,
    chain_broken_at: device.chain_broken_at ?? (differs ? first : null),
  }
}

const replyOf = (ctx: Context, attempt: AttemptRecord, sorted: SortedBatch): Reply => ({
  accepted_through: sorted.arrived.through,
  missing: missing(sorted.arrived),
  results: sorted.results,
  server_time: ctx.now.toISOString(),
  deadline_at: attempt.deadline_at?.toISOString() ?? null,
  writer_epoch: attempt.writer_epoch,
  beat_s: BEAT_S,
  status: attempt.status,
})
