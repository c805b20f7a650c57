import { firstHead, nextHead, sha256 } from '../../apps/server/attempts/saving/chain.ts'
import { canonicalJson } from '../../apps/server/platform/canonical-json.ts'
import type { Caller } from './caller.ts'

interface Question {
  position: number
  kind: string
}
interface Saved {
  accepted_through: number
  results: { result: string }[]
}

/** A student who types: one event a second into the questions that take text. */
export class Student {
  readonly #caller: Caller
  #attemptId = ''
  #positions: number[] = []
  #seq = 0
  #head = ''
  readonly #answers = new Map<number, unknown>()
  /** Sent, and not yet known to be safe. */
  #unacknowledged: object | null = null
  readonly saves: number[] = []

  constructor(caller: Caller) {
    this.#caller = caller
  }

  /** Goes on at another address, where the server runs now. */
  moveTo(address: string): void {
    this.#caller.base = address
  }

  /** Starts the quiz and loads it; milliseconds of the start alone. */
  async start(assignmentId: string): Promise<number> {
    const started = await this.#caller.call<{ attempt_id: string }>(
      'POST',
      `/assignments/${assignmentId}/attempts`,
      { device_id: 'bench', device_label: 'Bench' },
    )
    this.#attemptId = started.body.attempt_id
    this.#head = firstHead(this.#attemptId, 'bench')
    const bundle = await this.#caller.call<{ questions: Question[] }>(
      'GET',
      `/attempts/${this.#attemptId}/bundle`,
    )
    this.#positions = bundle.body.questions
      .filter(({ kind }) => kind === 'text_input' || kind === 'numeric' || kind === 'extended_text')
      .map(({ position }) => position)
    return started.milliseconds
  }

  /** Saves one more interaction. */
  async save(): Promise<void> {
    this.#seq += 1
    const position = this.#positions[Math.floor(this.#seq / 5) % this.#positions.length] ?? 1
    const payload = { text: `answer ${this.#seq} of this student` }
    const event = {
      event_id: `e${this.#seq}`,
      device_seq: this.#seq,
      writer_epoch: 1,
      type: 'answer_changed',
      position,
      payload,
      device_time: new Date().toISOString(),
      mono_ms: Math.round(performance.now()),
      boot_id: 'b1',
    }
    this.#head = nextHead(this.#head, canonicalJson(event))
    this.#answers.set(position, payload)
    this.#unacknowledged = { device_id: 'bench', events: [event], chain_head: this.#head }
    await this.#send(['accepted'])
  }

  /** Sends again what was cut off, as every device does: the server may or may not have it. */
  async resend(): Promise<void> {
    if (this.#unacknowledged) await this.#send(['accepted', 'repeat'])
  }

  async #send(expected: readonly string[]): Promise<void> {
    const path = `/attempts/${this.#attemptId}/events`
    const reply = await this.#caller.call<Saved>('POST', path, this.#unacknowledged)
    if (!expected.includes(reply.body.results[0]?.result ?? '')) throw new Error(JSON.stringify(reply.body))
    this.#unacknowledged = null
    this.saves.push(reply.milliseconds)
  }

  async finish(): Promise<number> {
    const body = { device_id: 'bench', writer_epoch: 1 }
    return (await this.#caller.call('POST', `/attempts/${this.#attemptId}/finish`, body)).milliseconds
  }

  /** Whether the server holds exactly what this student holds: the same answers, each event once. */
  async isWhole(): Promise<boolean> {
    const { body } = await this.#caller.call<{
      questions: { position: number; answer: unknown }[]
      devices: { accepted_through: number }[]
    }>('GET', `/attempts/${this.#attemptId}`)
    const theirs = body.questions
      .filter(({ answer }) => answer !== null)
      .map(({ position, answer }) => [position, answer])
    const own = [...this.#answers].sort(([a], [b]) => a - b)
    const same = sha256(canonicalJson(theirs)) === sha256(canonicalJson(own))
    return same && body.devices[0]?.accepted_through === this.#seq
  }
}
