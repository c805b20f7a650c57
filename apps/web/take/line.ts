import { newKey } from '../api.ts'
import type { Timer } from '../ui/announcer.ts'
import type { Draft } from './draft.ts'
import type { KeptAttempt, Shelf } from './kept.ts'
import {
  answersIn,
  append,
  type Batch,
  type DeviceEvent,
  emptyQueue,
  type Happening,
  nextBatch,
  nextEvent,
  type Queue,
  settle,
  unsent,
} from './queue.ts'
import type { SaveFacts } from './save-line.ts'

const afterLastKeyMs = 500
const atMostMs = 1000

/** What a line asks of its sitting. */
export interface LineDesk {
  timer: Timer
  /** The computer's own clock, as ISO text: it is only noted, never trusted. */
  wallClock: () => string
  /** The writer's epoch that new events belong to. */
  epoch: () => number
  /** Something was kept, or could not be. */
  onChange: () => void
  /** There is more to send. */
  onEntry: () => void
}

/**
 * What this device writes of an attempt: its line of events, what is being typed and will go into the line when
 * the typing pauses, and whether this computer keeps both.
 */
export class Line {
  #queue: Queue
  #draft: Draft | null
  #shelf: Shelf
  #desk: LineDesk
  #keepsHere: boolean
  #writing = 0
  #bootId = newKey()
  #firstKeyAt: number | null = null
  #cancelSeal = () => {}

  constructor(
    shelf: Shelf,
    desk: LineDesk,
    opened: { queue: Queue; draft: Draft | null; keepsHere: boolean },
  ) {
    this.#shelf = shelf
    this.#desk = desk
    this.#queue = opened.queue
    this.#draft = opened.draft
    this.#keepsHere = opened.keepsHere
  }

  get deviceId(): string {
    return this.#queue.deviceId
  }

  get acceptedThrough(): number {
    return this.#queue.acceptedThrough
  }

  /** What the save line asks of it. */
  get state(): Pick<SaveFacts, 'keepsHere' | 'writing' | 'unsent'> {
    return {
      keepsHere: this.#keepsHere,
      writing: this.#writing > 0,
      unsent: unsent(this.#queue) + (this.#draft ? 1 : 0),
    }
  }

  /** Whether the server has every event; what is being typed is no event yet. */
  get isDelivered(): boolean {
    return unsent(this.#queue) === 0
  }

  nextBatch(): Batch | null {
    return nextBatch(this.#queue)
  }

  /** Keeps an answer that is still being typed, at once; it goes into the line in a moment. */
  type(position: number, answer: unknown): void {
    if (this.#draft?.position !== position) this.seal()
    this.#draft = { position, answer, event: this.#eventOf(answerChanged(position, answer)) }
    this.#write(this.#shelf.keepDraft(this.#draft))
    const now = this.#desk.timer.now()
    this.#firstKeyAt ??= now
    this.#cancelSeal()
    const wait = Math.min(afterLastKeyMs, this.#firstKeyAt + atMostMs - now)
    this.#cancelSeal = this.#desk.timer.after(Math.max(0, wait), () => this.seal())
  }

  /** Puts a happening at the end of the line. What was being typed before it is sealed first by the caller. */
  append(happening: Happening): void {
    this.#appendEvent(this.#eventOf(happening))
  }

  /** Puts what is being typed into the line. */
  seal(): void {
    this.stopTyping()
    this.#firstKeyAt = null
    const draft = this.#draft
    if (!draft) return
    this.#draft = null
    const fits = draft.event.device_seq === this.#queue.entries.length + 1
    this.#appendEvent(fits ? draft.event : this.#eventOf(answerChanged(draft.position, draft.answer)))
    this.#write(this.#shelf.dropDraft(draft.position))
  }

  /** No pause in the typing is waited for any more. */
  stopTyping(): void {
    this.#cancelSeal()
  }

  /** Leaves what is being typed to the tab that writes now. */
  leaveDraft(): void {
    this.#draft = null
  }

  /** Writes what is being typed in the present epoch, so that it counts. */
  restampDraft(): void {
    if (this.#draft)
      this.#draft.event = this.#eventOf(answerChanged(this.#draft.position, this.#draft.answer))
  }

  /** Takes in how far the server has come; true when that is further than before. */
  settle(acceptedThrough: number): boolean {
    const before = this.#queue.acceptedThrough
    this.#queue = settle(this.#queue, acceptedThrough)
    return this.#queue.acceptedThrough > before
  }

  /** Begins anew under another device id, and hands back the answers that the server lacks. */
  beginAnew(deviceId: string): Map<number, unknown> {
    const lacking = answersIn(this.#queue, this.#queue.acceptedThrough)
    this.#queue = emptyQueue(this.#queue.attemptId, deviceId)
    return lacking
  }

  /** Keeps what is known of the attempt beside the line. */
  keep(known: Omit<KeptAttempt, 'acceptedThrough'>): Promise<void> {
    return this.#shelf.keep({ ...known, acceptedThrough: this.acceptedThrough }).catch(() => {
      this.#keepsHere = false
    })
  }

  #eventOf(happening: Happening): DeviceEvent {
    return nextEvent(this.#queue, happening, {
      event_id: newKey(),
      writer_epoch: this.#desk.epoch(),
      device_time: this.#desk.wallClock(),
      mono_ms: Math.round(this.#desk.timer.now()),
      boot_id: this.#bootId,
    })
  }

  #appendEvent(event: DeviceEvent): void {
    const { queue, entry } = append(this.#queue, event)
    this.#queue = queue
    this.#write(this.#shelf.keepEntry(queue.deviceId, entry))
    this.#desk.onEntry()
  }

  /** Follows a write to this computer: the save line must know whether it came through. */
  #write(written: Promise<void>): void {
    this.#writing += 1
    this.#desk.onChange()
    written
      .catch(() => {
        this.#keepsHere = false
      })
      .finally(() => {
        this.#writing -= 1
        this.#desk.onChange()
      })
  }
}

export const answerChanged = (position: number, payload: unknown): Happening => ({
  type: 'answer_changed',
  position,
  payload,
})
