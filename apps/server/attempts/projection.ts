import { markByTeacher } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import { canonicalJson } from '../platform/canonical-json.ts'
import { SERVER, ServerAct, type StoredEvent } from './attempt-event.ts'
import { bestTry, isAnswered, type MadeMark, markByRule } from './marking/mark.ts'
import { emptyResponse, mergeAnswer, type Response } from './responses.ts'
import { isSettled, triesAllowed } from './rules.ts'
import { secondsByPosition } from './seconds.ts'
import type { Snapshot, SnapshotItem } from './snapshot.ts'

/** What an attempt's events make of it. The tables `responses` and `marks` hold exactly this. */
export interface Projection {
  responses: Response[]
  marks: MadeMark[]
  ended: { by: 'student' | 'bell'; at: Date } | null
  seconds: ReadonlyMap<number, number>
}

export interface Projectable {
  attemptId: string
  snapshot: Snapshot
  /** By version id, in the variant of this attempt. */
  questions: ReadonlyMap<string, Question>
}

/**
 * Folds events in their order of arrival. Pure: the same events give the same responses and marks, so what
 * is stored can always be rebuilt (and every act below is done by adding an event and folding again).
 */
export function project(attempt: Projectable, events: readonly StoredEvent[]): Projection {
  return new Fold(attempt, events).run()
}

class Fold {
  readonly #attempt: Projectable
  readonly #events: readonly StoredEvent[]
  readonly #responses: Map<number, Response>
  readonly #marks: MadeMark[] = []
  #ended: Projection['ended'] = null
  #counted: { index: number; seconds: ReadonlyMap<number, number> } | null = null

  constructor(attempt: Projectable, events: readonly StoredEvent[]) {
    this.#attempt = attempt
    this.#events = [...events].sort((a, b) => a.ord - b.ord)
    this.#responses = new Map(attempt.snapshot.questions.map((item) => [item.position, emptyResponse(item)]))
  }

  run(): Projection {
    this.#events.forEach((stored, index) => {
      if (stored.result === 'invalid' || stored.result === 'late_held') return
      if (stored.device_id === SERVER) this.#act(stored, index)
      else this.#interaction(stored)
    })
    return {
      responses: [...this.#responses.values()],
      marks: this.#marks,
      ended: this.#ended,
      seconds: secondsByPosition(this.#events),
    }
  }

  #interaction(stored: StoredEvent): void {
    const response = stored.position === null ? undefined : this.#responses.get(stored.position)
    if (!response) return
    this.#responses.set(response.position, applyInteraction(response, stored).response)
  }

  #act(stored: StoredEvent, index: number): void {
    const act = ServerAct.parse(JSON.parse(stored.event))
    const response = stored.position === null ? undefined : this.#responses.get(stored.position)
    if (act.type === 'finished' || act.type === 'bell') this.#end(act, stored.received_at, index)
    else if (!response) return
    else if (act.type === 'answer_checked')
      this.#try(response, act.payload.mark_id, stored.received_at, index)
    else if (act.type === 'marked' || act.type === 'mark_changed')
      this.#decide(response, act, stored.received_at)
    else this.#responses.set(response.position, { ...response, ...given[act.type] })
  }

  /** Marks the present answer as one more try. */
  #try(response: Response, id: string, now: Date, index: number): void {
    const item = this.#item(response.position)
    const question = this.#question(item)
    const tries = response.tries + 1
    const { attemptId } = this.#attempt
    const hintUsed = response.hint_used || response.scaffold_used
    this.#marks.push({
      ...markByRule(question, response.answer, { attemptId, hintUsed }),
      ...this.#circumstances(response, id, now, index),
      try_no: tries,
    })
    this.#responses.set(response.position, { ...response, tries })
    this.#count(response.position)
  }

  /** At the end every question has a mark: those never checked get theirs now. */
  #end(act: Extract<ServerAct, { type: 'finished' | 'bell' }>, now: Date, index: number): void {
    this.#ended = {
      by: act.type === 'bell' ? 'bell' : 'student',
      at: new Date(act.payload.ended_at),
    }
    for (const { position } of this.#attempt.snapshot.questions) {
      const response = this.#responses.get(position)
      const id = act.payload.mark_ids[position - 1]
      if (!response || id === undefined) continue
      if (this.#hasUnmarkedAnswer(response)) this.#try(response, id, now, index)
      else if (this.#marksOf(position).length === 0) this.#leaveUnanswered(response, id, now, index)
    }
  }

  /** An answer that was given, was not the one last checked, and may still count. */
  #hasUnmarkedAnswer(response: Response): boolean {
    const tries = this.#marksOf(response.position)
    return (
      whyNotTry(this.#attempt.snapshot, this.#question(this.#item(response.position)), response, tries) ===
      null
    )
  }

  #leaveUnanswered(response: Response, id: string, now: Date, index: number): void {
    const question = this.#question(this.#item(response.position))
    this.#marks.push({
      ...markByRule(question, null, { attemptId: this.#attempt.attemptId, hintUsed: false }),
      ...this.#circumstances({ ...response, answer: null }, id, now, index),
      try_no: 1,
      counts: true,
    })
  }

  #circumstances(response: Response, id: string, now: Date, index: number) {
    return {
      id,
      position: response.position,
      question_id: response.question_id,
      question_version_id: response.question_version_id,
      counts: false,
      answer: response.answer,
      hint_used: response.hint_used || response.scaffold_used,
      revealed: response.revealed,
      seconds: this.#secondsBefore(index).get(response.position) ?? 0,
      awarded: null,
      marked_by: null,
      marked_at: now,
      superseded_by: null,
      superseded_at: null,
      superseded_reason: null,
    }
  }

  /** Time spent by the events that had arrived when this one was written. */
  #secondsBefore(index: number): ReadonlyMap<number, number> {
    if (this.#counted?.index !== index)
      this.#counted = { index, seconds: secondsByPosition(this.#events.slice(0, index)) }
    return this.#counted.seconds
  }

  /** A person's decision takes the place of the mark that counted. */
  #decide(response: Response, act: Extract<ServerAct, { type: 'marked' | 'mark_changed' }>, now: Date): void {
    const place = this.#marks.findIndex((mark) => mark.position === response.position && standing(mark))
    const earlier = this.#marks[place]
    if (!earlier) return
    const { mark_id: id, awarded, feedback, marked_by } = act.payload
    const circumstances = { attemptId: this.#attempt.attemptId, hintUsed: earlier.hint_used }
    const question = this.#question(this.#item(response.position))
    const made = markByTeacher(question, { parts: awarded }, circumstances, feedback || undefined)
    if ('findings' in made) return
    this.#marks[place] = {
      ...earlier,
      counts: false,
      superseded_by: id,
      superseded_at: now,
      superseded_reason: act.type === 'marked' ? 'marked' : 'remarked',
    }
    this.#marks.push({ ...earlier, ...made.mark, id, awarded, marked_by, marked_at: now })
  }

  #count(position: number): void {
    const best = bestTry(this.#marksOf(position))
    for (const mark of this.#marksOf(position)) mark.counts = mark === best
  }

  #marksOf(position: number): MadeMark[] {
    return this.#marks.filter((mark) => mark.position === position)
  }

  #item(position: number): SnapshotItem {
    const item = this.#attempt.snapshot.questions[position - 1]
    if (!item) throw new Error(`attempt ${this.#attempt.attemptId} has no question ${position}`)
    return item
  }

  #question(item: SnapshotItem): Question {
    const question = this.#attempt.questions.get(item.question_version_id)
    if (!question) throw new Error(`question version ${item.question_version_id} was not loaded`)
    return question
  }
}

/** What help leaves on the response. */
const given: Partial<Record<ServerAct['type'], Partial<Response>>> = {
  hint_shown: { hint_used: true },
  scaffold_opened: { scaffold_used: true },
  answer_shown: { revealed: true },
}

const standing = (mark: MadeMark): boolean => mark.counts && mark.superseded_at === null

/** What a device's own event does to the response of its question. */
export function applyInteraction(
  response: Response,
  stored: StoredEvent,
): { response: Response; result: 'accepted' | 'superseded' } {
  if (stored.type !== 'answer_changed' && stored.type !== 'flagged') return { response, result: 'accepted' }
  const { payload } = JSON.parse(stored.event) as { payload: unknown }
  if (stored.type === 'answer_changed') return mergeAnswer(response, { ...stored, answer: payload })
  const { flagged } = payload as { flagged: boolean }
  return { response: { ...response, flagged }, result: 'accepted' }
}

/** Why the present answer does not count as one more try; null when it does. */
export function whyNotTry(
  snapshot: Snapshot,
  question: Question,
  response: Response,
  tries: readonly MadeMark[],
): 'not_answered' | 'already_checked' | 'settled' | null {
  if (!isAnswered(question, response.answer)) return 'not_answered'
  if (canonicalJson(tries.at(-1)?.answer) === canonicalJson(response.answer)) return 'already_checked'
  const facts = {
    tries: response.tries,
    right: tries.some(({ outcome }) => outcome === 'correct'),
    revealed: response.revealed,
  }
  return isSettled(facts, triesAllowed(snapshot.settings)) ? 'settled' : null
}
