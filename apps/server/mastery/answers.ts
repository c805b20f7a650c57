import type { Standing } from '@waymark/science/mastery/standing-of.ts'
import type { TracedAnswer } from '@waymark/science/mastery/tracer.ts'
import type { FoldablePiece } from '../evidence/index.ts'

/** One learning event as the tracer takes it, with what the counts need beside. */
export interface FoldableAnswer extends TracedAnswer {
  tryNo: number
  /** Set for a teacher's judgement; then `question` is null. */
  judgement: Standing | null
}

const DAY_MS = 86_400_000

/** A day of the calendar as days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** The same as `2026-03-02`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The pieces of one event are one answer with all its competencies: apart they would count it several times. */
export function answersFrom(pieces: readonly FoldablePiece[]): FoldableAnswer[] {
  const events = Map.groupBy(pieces, ({ event_id }) => event_id)
  return Array.from(events, ([eventId, own]) => {
    const [first] = own as [FoldablePiece, ...FoldablePiece[]]
    return {
      eventId,
      occurredAt: first.occurred_at.getTime(),
      day: dayNumber(first.local_day),
      competencies: own.map(({ competency_id }) => competency_id).sort(),
      question: first.item_id,
      mark: first.value,
      weight: first.weight,
      tryNo: first.try_no,
      judgement: first.judgement,
    }
  })
}
