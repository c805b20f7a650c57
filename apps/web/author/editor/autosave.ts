import type { Finding as LocalFinding } from '@waymark/questions/finding.ts'
import { isRefusal, Problem, type Reply, Unreachable } from '../../api.ts'
import type { Timer } from '../../ui/announcer.ts'

export type AuthorQuestion = Reply<'getQuestion'>

/** What an author changes of a question. */
export type Draft = Pick<AuthorQuestion, 'question' | 'question_tests'>

/** A draft on this computer, with the revision it was made on. */
export interface KeptDraft {
  revision: number
  draft: Draft
}

/** One true thing about where the text is. */
export type SaveLine =
  | { says: 'saved'; at: string | null }
  | { says: 'saving' }
  | { says: 'kept_here' }
  | { says: 'incomplete'; findings: readonly LocalFinding[] }
  | { says: 'conflict' }
  | { says: 'refused'; error: unknown }

export interface EditorView {
  draft: Draft
  /** The question as the server has it. */
  saved: AuthorQuestion
  line: SaveLine
  /** What someone else saved meanwhile; null when nobody did. */
  theirs: AuthorQuestion | null
}

export interface AutosavePorts {
  save: (draft: Draft, revision: number) => Promise<AuthorQuestion>
  keep: (kept: KeptDraft) => Promise<void>
  drop: () => Promise<void>
  /** What keeps a draft from being sent, such as a blank text; empty when it can be. */
  incomplete: (draft: Draft) => readonly LocalFinding[]
  timer: Timer
  /** The present time for the save line, as ISO text. */
  wallClock: () => string
}

const pauseMs = 600
const longestMs = 900
const retryMs = [2000, 4000, 8000, 16_000, 30_000]

/**
 * Keeps the text of one question safe: on this computer at once, on the server within a second. What someone
 * else saved meanwhile is never overwritten, and nothing typed here is ever thrown away.
 */
export class Autosave {
  readonly #ports: AutosavePorts
  readonly #listeners = new Set<() => void>()
  #view: EditorView
  /** Counts edits; what was sent last and what was saved last are among them. */
  #edits = 0
  #savedEdits = 0
  #sending: Promise<void> | null = null
  #failures = 0
  #firstUnsent: number | null = null
  #cancel: (() => void) | null = null
  #closed = false

  constructor(ports: AutosavePorts, saved: AuthorQuestion, kept: KeptDraft | null) {
    this.#ports = ports
    this.#view = { draft: draftOf(saved), saved, line: { says: 'saved', at: null }, theirs: null }
    if (!kept || isSame(kept.draft, draftOf(saved))) return
    this.#edits = 1
    this.#view = { ...this.#view, draft: kept.draft }
    if (kept.revision === saved.revision) this.#schedule(0)
    else this.#view = { ...this.#view, line: { says: 'conflict' }, theirs: saved }
  }

  readonly getView = (): EditorView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get hasUnsaved(): boolean {
    return this.#edits > this.#savedEdits
  }

  change(part: Partial<Draft>): void {
    this.#edits += 1
    this.#show({ draft: { ...this.#view.draft, ...part } })
    void this.#keep()
    if (this.#view.theirs) return
    const now = this.#ports.timer.now()
    this.#firstUnsent ??= now
    this.#schedule(Math.max(0, Math.min(pauseMs, this.#firstUnsent + longestMs - now)))
  }

  /** Sends what is unsent now; resolves when there is an answer. */
  async flush(): Promise<void> {
    this.#cancel?.()
    this.#cancel = null
    await this.#send()
    // Edits made while the answer was on its way go in a second turn.
    if (this.hasUnsaved && this.#view.line.says === 'saving') await this.#send()
  }

  /** Takes over what another act on the question answered (a warning set aside); the draft stays. */
  adopt(saved: AuthorQuestion): void {
    this.#show({ saved })
  }

  /** Takes over another text of the question whole (an earlier version). Only when nothing is unsaved. */
  replace(saved: AuthorQuestion): void {
    this.#show({ saved, draft: draftOf(saved), line: { says: 'saved', at: null }, theirs: null })
  }

  /** Settles a conflict: this text goes over what the other person saved. */
  settle(draft: Draft): Promise<void> {
    const { theirs } = this.#view
    if (!theirs) return Promise.resolve()
    this.#edits += 1
    this.#show({ saved: theirs, theirs: null, draft, line: { says: 'saving' } })
    void this.#keep()
    return this.flush()
  }

  close(): void {
    this.#closed = true
    this.#cancel?.()
    this.#listeners.clear()
  }

  #schedule(ms: number): void {
    this.#cancel?.()
    this.#cancel = this.#ports.timer.after(ms, () => void this.#send())
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendOnce().finally(() => {
      this.#sending = null
      if (this.hasUnsaved && this.#view.line.says === 'saving' && !this.#closed) this.#schedule(0)
    })
    return this.#sending
  }

  async #sendOnce(): Promise<void> {
    if (!this.hasUnsaved || this.#view.theirs) return
    const { draft, saved } = this.#view
    const findings = this.#ports.incomplete(draft)
    this.#firstUnsent = null
    if (findings.length > 0) return this.#show({ line: { says: 'incomplete', findings } })
    const sent = this.#edits
    this.#show({ line: { says: 'saving' } })
    try {
      const reply = await this.#ports.save(draft, saved.revision)
      this.#failures = 0
      this.#savedEdits = sent
      this.#show({ saved: reply })
      if (this.hasUnsaved) return
      await this.#ports.drop().catch(() => undefined)
      this.#show({ line: { says: 'saved', at: this.#ports.wallClock() } })
    } catch (error) {
      this.#afterRefusal(error)
    }
  }

  #afterRefusal(error: unknown): void {
    if (error instanceof Unreachable) {
      const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 0
      this.#failures += 1
      this.#show({ line: { says: 'kept_here' } })
      if (!this.#closed) this.#schedule(wait)
    } else if (isRefusal(error, 'edit_conflict')) {
      const theirs = error.details.theirs as AuthorQuestion | undefined
      this.#show(theirs ? { line: { says: 'conflict' }, theirs } : { line: { says: 'refused', error } })
    } else if (error instanceof Problem && Array.isArray(error.details.findings)) {
      const findings = error.details.findings as LocalFinding[]
      this.#show({ line: { says: 'incomplete', findings } })
    } else {
      this.#show({ line: { says: 'refused', error } })
    }
  }

  async #keep(): Promise<void> {
    const { draft, saved } = this.#view
    await this.#ports.keep({ revision: saved.revision, draft }).catch(() => undefined)
  }

  #show(part: Partial<EditorView>): void {
    this.#view = { ...this.#view, ...part }
    for (const listener of this.#listeners) listener()
  }
}

export function draftOf({ question, question_tests }: AuthorQuestion): Draft {
  return { question, question_tests }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
