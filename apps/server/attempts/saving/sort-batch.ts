import type { DeviceEvent, SaveResult } from '@waymark/contract/attempts/saving.ts'
import type { z } from 'zod'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { StoredEvent } from '../attempt-event.ts'
import { applyInteraction } from '../projection.ts'
import type { Response } from '../responses.ts'
import { type Arrived, arrive, hasArrived } from './device-line.ts'
import { numberOf, readEvent, type Validity } from './why-invalid.ts'

export interface BatchFacts extends Validity {
  device_id: string
  arrived: Arrived
  /** Canonical text of events with these numbers that are stored already. */
  known: ReadonlyMap<number, string>
  responses: ReadonlyMap<number, Response>
  /** The attempt takes no more answers. */
  ended: boolean
  /** The number of the attempt's last event. */
  event_count: number
  now: Date
}

export interface SortedBatch {
  results: { device_seq: number | null; result: z.output<typeof SaveResult>; reason?: string }[]
  /** To be stored, numbered in order of arrival. */
  stored: StoredEvent[]
  /** Responses that change. */
  responses: Response[]
  arrived: Arrived
  /** Canonical text of every new event that has a number, for the chain. */
  texts: Map<number, string>
  /** Numbers that came before with another content. */
  reused: number[]
}

/** Decides what becomes of each event of a batch. Pure; one bad event touches no other. */
export function sortBatch(facts: BatchFacts, events: readonly Record<string, unknown>[]): SortedBatch {
  const batch = new Batch(facts)
  for (const raw of events) batch.take(raw)
  return batch.sorted()
}

class Batch {
  readonly #facts: BatchFacts
  readonly #known: Map<number, string>
  readonly #responses = new Map<number, Response>()
  readonly #results: SortedBatch['results'] = []
  readonly #stored: StoredEvent[] = []
  readonly #texts = new Map<number, string>()
  readonly #reused: number[] = []

  constructor(facts: BatchFacts) {
    this.#facts = facts
    this.#known = new Map(facts.known)
  }

  take(raw: Record<string, unknown>): void {
    const seq = numberOf(raw)
    const text = canonicalJson(raw)
    if (seq === null) this.#keepUnnumbered(raw, text)
    else this.#takeNumbered(raw, seq, text)
  }

  #takeNumbered(raw: Record<string, unknown>, seq: number, text: string): void {
    const known = this.#known.get(seq)
    // A number that has arrived without a stored text was thinned out: it is known all the same.
    if (known === text || (known === undefined && hasArrived(this.#facts.arrived, seq)))
      this.#results.push({ device_seq: seq, result: 'repeat' })
    else if (known !== undefined) this.#keepReused(raw, seq, text)
    else this.#keep(raw, seq, text)
  }

  #keep(raw: Record<string, unknown>, seq: number, text: string): void {
    const read = readEvent(raw, this.#facts)
    const stored = this.#storedAs(raw, text, { device_id: this.#facts.device_id, device_seq: seq })
    if (typeof read === 'string') Object.assign(stored, { result: 'invalid', reason: read })
    else if (this.#facts.ended) stored.result = 'late_held'
    else stored.result = this.#apply(read, stored)
    this.#known.set(seq, text)
    this.#texts.set(seq, text)
    this.#stored.push(stored)
    const { result, reason } = stored
    this.#results.push({ device_seq: seq, result, ...(reason === null ? {} : { reason }) })
  }

  #apply(event: DeviceEvent, stored: StoredEvent): 'accepted' | 'superseded' {
    const response = event.position === null ? undefined : this.#response(event.position)
    if (!response) return 'accepted'
    const applied = applyInteraction(response, stored)
    if (applied.response !== response) this.#responses.set(response.position, applied.response)
    return applied.result
  }

  #response(position: number): Response | undefined {
    return this.#responses.get(position) ?? this.#facts.responses.get(position)
  }

  /** Same number, other content: both are kept, under a line of its own. */
  #keepReused(raw: Record<string, unknown>, seq: number, text: string): void {
    const lane = { device_id: `reused:${this.#facts.device_id}`, device_seq: seq }
    this.#stored.push({ ...this.#storedAs(raw, text, lane), result: 'invalid', reason: 'sequence_reused' })
    this.#reused.push(seq)
    this.#results.push({ device_seq: seq, result: 'invalid', reason: 'sequence_reused' })
  }

  #keepUnnumbered(raw: Record<string, unknown>, text: string): void {
    const ord = this.#facts.event_count + this.#stored.length + 1
    const lane = { device_id: `unnumbered:${this.#facts.device_id}`, device_seq: ord }
    const reason = 'shape:device_seq'
    this.#stored.push({ ...this.#storedAs(raw, text, lane), result: 'invalid', reason })
    this.#results.push({ device_seq: null, result: 'invalid', reason })
  }

  #storedAs(
    raw: Record<string, unknown>,
    text: string,
    lane: { device_id: string; device_seq: number },
  ): StoredEvent {
    return {
      ...lane,
      ord: this.#facts.event_count + this.#stored.length + 1,
      // What the columns say of a malformed event is only for finding it: its text holds the whole.
      writer_epoch: wholeOf(raw.writer_epoch) ?? 0,
      type: typeof raw.type === 'string' && /^[a-z_]{1,40}$/.test(raw.type) ? raw.type : 'unknown',
      position: wholeOf(raw.position),
      result: 'accepted',
      reason: null,
      event: text,
      received_at: this.#facts.now,
    }
  }

  sorted(): SortedBatch {
    return {
      results: this.#results,
      stored: this.#stored,
      responses: [...this.#responses.values()],
      arrived: arrive(this.#facts.arrived, [...this.#texts.keys()]),
      texts: this.#texts,
      reused: this.#reused,
    }
  }
}

const wholeOf = (value: unknown): number | null =>
  Number.isInteger(value) && Math.abs(value as number) < 1_000_000 ? (value as number) : null
