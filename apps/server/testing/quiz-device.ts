import { firstHead, nextHead } from '../attempts/saving/chain.ts'
import { canonicalJson } from '../platform/canonical-json.ts'
import type { Client } from './harness.ts'

interface Interaction {
  type?: string
  position?: number | null
  payload?: unknown
  /** Fields to change or add: to make an event that will not do. */
  but?: Record<string, unknown>
}

/** A device in a test: numbers its events, keeps its chain, sends. */
export class QuizDevice {
  readonly client: Client
  readonly attemptId: string
  readonly deviceId: string
  epoch: number
  #seq = 0
  #head: string
  #mono = 60_000

  constructor(client: Client, attemptId: string, deviceId: string, epoch: number) {
    this.client = client
    this.attemptId = attemptId
    this.deviceId = deviceId
    this.epoch = epoch
    this.#head = firstHead(attemptId, deviceId)
  }

  get writer() {
    return { device_id: this.deviceId, writer_epoch: this.epoch }
  }

  get head(): string {
    return this.#head
  }

  /** The next event of this line, not yet sent. */
  event({ type = 'answer_changed', position = 1, payload = null, but = {} }: Interaction) {
    this.#seq += 1
    this.#mono += 5_000
    const event: Record<string, unknown> = {
      event_id: `${this.deviceId}-${this.#seq}`,
      device_seq: this.#seq,
      writer_epoch: this.epoch,
      type,
      position,
      payload,
      device_time: '2026-03-02T10:42:06.120Z',
      mono_ms: this.#mono,
      boot_id: 'boot-1',
      ...but,
    }
    this.#head = nextHead(this.#head, canonicalJson(event))
    return event
  }

  /** Sends events as they are. */
  send(events: Record<string, unknown>[], head = this.#head) {
    return this.client.call('saveEvents', {
      params: { attempt_id: this.attemptId },
      body: { device_id: this.deviceId, events, chain_head: head },
    })
  }

  save(...interactions: Interaction[]) {
    return this.send(interactions.map((one) => this.event(one)))
  }

  answer(position: number, payload: unknown) {
    return this.save({ position, payload })
  }

  finish() {
    return this.client.call('finishAttempt', { params: { attempt_id: this.attemptId }, body: this.writer })
  }

  get() {
    return this.client.call('getAttempt', { params: { attempt_id: this.attemptId } })
  }

  results() {
    return this.client.call('getAttemptResults', { params: { attempt_id: this.attemptId } })
  }

  check(position: number) {
    return this.client.call('checkAnswer', {
      params: { attempt_id: this.attemptId, position },
      body: this.writer,
    })
  }
}
