import { isRefusal, newKey, Problem } from '../api.ts'
import {
  type Attempt,
  type Bundle,
  mergeQuestions,
  type QuestionState,
  type Questions,
  type SaveReply,
  untouched,
} from './attempt-state.ts'
import type { Draft } from './draft.ts'
import { renewDeviceId, type Shelf } from './kept.ts'
import { answerChanged, Line } from './line.ts'
import type { Happening, Queue } from './queue.ts'
import { type SaveLine, saveLine } from './save-line.ts'
import { makeSender, type Sender, type Sent } from './sender.ts'
import { reach, type SittingPorts, type WriterProof } from './sitting-ports.ts'
import type { WriterLock } from './writer-lock.ts'

export interface SittingView {
  attempt: Attempt
  bundle: Bundle
  questions: Questions
  save: SaveLine
  /** Who writes: this tab, another tab of this browser, or another device. */
  writer: 'here' | 'other_tab' | 'other_device'
  /** Finish was pressed; the server does not know yet. */
  finishWanted: boolean
  ended: boolean
}

/** The bell rings on the server; the device looks a moment later. */
const afterBellMs = 1500
const longestTimerMs = 2 ** 31 - 1

export interface Opened {
  attempt: Attempt
  bundle: Bundle
  queue: Queue
  draft: Draft | null
  finishWanted: boolean
}

/** One student's open attempt on this device: keeps, sends, and tells the screen what is true. */
export class Sitting {
  #view: SittingView
  #line: Line
  #listeners = new Set<() => void>()
  #ports: SittingPorts
  #sender: Sender
  #lock: WriterLock
  #cutOff = false
  #savedAt: string | null
  #cancelBell = () => {}

  constructor(ports: SittingPorts, shelf: Shelf, lock: WriterLock, opened: Opened) {
    this.#ports = ports
    this.#lock = lock
    this.#savedAt = opened.attempt.server_time
    this.#sender = makeSender(() => this.#sendNext(), ports.timer, ports.chance)
    this.#view = {
      attempt: opened.attempt,
      bundle: opened.bundle,
      questions: mergeQuestions(opened.bundle, opened.attempt.questions, opened.queue, opened.draft),
      save: { says: 'saving' },
      writer: 'here',
      finishWanted: opened.finishWanted,
      ended: opened.attempt.status !== 'in_progress',
    }
    const desk = {
      timer: ports.timer,
      wallClock: ports.wallClock,
      epoch: () => this.#view.attempt.writer.epoch,
      onChange: () => this.#change({}),
      onEntry: () => this.#sender.sendIn(0),
    }
    this.#line = new Line(shelf, desk, { ...opened, keepsHere: ports.store.lasting })
  }

  /** Settles who writes, and sends what was left from before. */
  async begin(takeOver: boolean): Promise<void> {
    const isWriter = this.#view.attempt.writer.device_id === this.#line.deviceId
    if (takeOver && !isWriter && !this.#view.ended) await this.#claim()
    const writer = !this.#lock.held ? 'other_tab' : isWriter || takeOver ? 'here' : 'other_device'
    this.#change({ writer })
    await this.#keep()
    if (writer !== 'other_tab') this.#line.seal()
    this.#sender.sendIn(0)
    this.#waitForBell()
  }

  getView = (): SittingView => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get proof(): WriterProof {
    return { device_id: this.#line.deviceId, writer_epoch: this.#view.attempt.writer.epoch }
  }

  get mayWrite(): boolean {
    return this.#view.writer === 'here' && !this.#view.ended && !this.#view.finishWanted
  }

  /** Takes an answer. While it is being `typed` it is kept at once and sent in a moment. */
  answer(position: number, answer: unknown, typed: boolean): void {
    if (!this.mayWrite) return
    this.patch(position, { answer, conflict: null, check: null })
    if (!typed) {
      this.record(answerChanged(position, answer))
      return
    }
    this.#line.type(position, answer)
  }

  flag(position: number, flagged: boolean): void {
    if (!this.mayWrite) return
    this.patch(position, { flagged })
    this.record({ type: 'flagged', position, payload: { flagged } })
  }

  /** Puts a happening into the line, keeps it, and sends it. */
  record(happening: Happening): void {
    if (!this.mayWrite) return
    this.#line.seal()
    this.#line.append(happening)
  }

  /** Sends everything now; true when the server has acknowledged it all. */
  async flush(): Promise<boolean> {
    this.#line.seal()
    await this.#sender.sendNow()
    return this.#line.isDelivered
  }

  /** Hands the attempt in, now or when the network is back. */
  async finish(): Promise<void> {
    this.#line.seal()
    this.#change({ finishWanted: true })
    await this.#keep()
    await this.#sender.sendNow()
  }

  /** Changes what the screen knows of a question: after a check, a hint, an answer. */
  patch(position: number, change: Partial<QuestionState>): void {
    const state = this.#view.questions.get(position) ?? untouched(position)
    this.#change({ questions: new Map(this.#view.questions).set(position, { ...state, ...change }) })
  }

  /** Another tab or device writes now. What this one holds is still delivered, by the other tab if it is one. */
  turnReadOnly(writer: 'other_tab' | 'other_device'): void {
    if (writer === 'other_device') this.#line.seal()
    else this.#line.leaveDraft()
    this.#line.stopTyping()
    this.#change({ writer })
  }

  /** Asks the server where the attempt stands, as after the bell. */
  async refresh(): Promise<void> {
    const attempt = await reach(this.#ports.server.getAttempt(this.#view.attempt.attempt_id))
    if (attempt) this.#change({ attempt, ended: attempt.status !== 'in_progress' })
  }

  close(): void {
    if (this.#view.writer !== 'other_tab') this.#line.seal()
    void this.#sender.sendNow().finally(() => this.#sender.stop())
    this.#line.stopTyping()
    this.#cancelBell()
    this.#lock.release()
  }

  async #sendNext(): Promise<Sent | null> {
    if (this.#view.writer === 'other_tab') return null
    const batch = this.#line.nextBatch()
    if (!batch) return this.#sendFinish()
    try {
      const body = { device_id: this.#line.deviceId, ...batch }
      const reply = await this.#ports.server.save(
        this.#view.attempt.attempt_id,
        body,
        this.#ports.isLeaving(),
      )
      return this.#settle(reply)
    } catch (error) {
      return this.#failed(error)
    }
  }

  #settle(reply: SaveReply): Sent {
    const moves = this.#line.settle(reply.accepted_through)
    this.#cutOff = false
    this.#savedAt = reply.server_time
    const moved = reply.writer_epoch > this.#view.attempt.writer.epoch
    this.#change({
      attempt: { ...this.#view.attempt, deadline_at: reply.deadline_at, status: reply.status },
      ended: reply.status !== 'in_progress',
    })
    if (moved && this.#view.writer === 'here') this.turnReadOnly('other_device')
    void this.#keep()
    // A server that takes a batch and does not move on would be asked without end.
    return moves ? { outcome: 'sent' } : { outcome: 'failed' }
  }

  async #sendFinish(): Promise<Sent | null> {
    if (!this.#view.finishWanted || this.#view.ended) return null
    try {
      const { status } = await this.#ports.server.finish(this.#view.attempt.attempt_id, this.proof)
      this.#cutOff = false
      this.#change({
        attempt: { ...this.#view.attempt, status },
        ended: status !== 'in_progress',
        finishWanted: false,
      })
      await this.#keep()
      return null
    } catch (error) {
      return this.#failed(error)
    }
  }

  #failed(error: unknown): Sent | null {
    if (isRefusal(error, 'not_found')) return { outcome: 'stopped' }
    if (isRefusal(error, 'writer_moved')) {
      this.#change({ finishWanted: false })
      this.turnReadOnly('other_device')
      return null
    }
    if (isRefusal(error, 'sequence_reused')) void this.#beginNewLine()
    this.#cutOff = true
    this.#change({})
    const wait = error instanceof Problem ? error.retryAfterSeconds : null
    return { outcome: 'failed', ...(wait !== null && { waitMs: wait * 1000 }) }
  }

  /**
   * The server has other content under our numbers, as after a copied browser profile: both stay there for the
   * teacher, and what it lacks goes into a new line.
   */
  async #beginNewLine(): Promise<void> {
    const lacking = this.#line.beginAnew(await renewDeviceId(this.#ports.store, newKey))
    await this.#claim()
    for (const [position, answer] of lacking) this.#line.append(answerChanged(position, answer))
  }

  async #claim(): Promise<void> {
    const { attempt } = this.#view
    const { writer } = await this.#ports.server.claim(attempt.attempt_id, this.#line.deviceId)
    const mine = { ...attempt.writer, device_id: this.#line.deviceId, epoch: writer.epoch }
    this.#change({ attempt: { ...attempt, writer: mine } })
    this.#line.restampDraft()
  }

  #waitForBell(): void {
    const { deadline_at, server_time, status } = this.#view.attempt
    if (!deadline_at || status !== 'in_progress') return
    const wait = Date.parse(deadline_at) - Date.parse(server_time) + afterBellMs
    if (wait > longestTimerMs) return
    this.#cancelBell = this.#ports.timer.after(Math.max(0, wait), () => {
      void this.flush().then(() => this.refresh())
    })
  }

  #keep(): Promise<void> {
    const { attempt, finishWanted, questions } = this.#view
    return this.#line.keep({ attempt: { ...attempt, questions: [...questions.values()] }, finishWanted })
  }

  #change(change: Partial<SittingView>): void {
    const save = saveLine({
      ...this.#line.state,
      cutOff: this.#cutOff,
      savedAt: this.#savedAt,
    })
    this.#view = { ...this.#view, ...change, save }
    for (const listener of this.#listeners) listener()
  }
}
