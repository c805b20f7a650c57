import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Projection, project } from '../projection.ts'
import { loadQuestions } from '../quiz-content.ts'
import type { AttemptRecord } from '../store/attempts.ts'
import { listEvents } from '../store/events.ts'
import { listMarks, type StoredMark } from '../store/marks.ts'
import { listResponses } from '../store/responses.ts'
import type { MadeMark } from './mark.ts'

/** Responses and marks of an attempt, made again from its events alone. Writes nothing. */
export async function rebuildAttempt(tx: Tx, attempt: AttemptRecord): Promise<Projection> {
  const questions = await loadQuestions(tx, attempt)
  const subject = { attemptId: attempt.id, snapshot: attempt.snapshot, questions }
  return project(subject, await listEvents(tx, attempt.id))
}

/** Where stored responses and marks differ from what the events make of them; empty when all is well. */
export async function findDifferences(tx: Tx, attempt: AttemptRecord): Promise<string[]> {
  const { responses, marks } = await rebuildAttempt(tx, attempt)
  const stored = await listResponses(tx, attempt.id)
  const storedMarks = new Map(
    (await listMarks(tx, [attempt.id])).map((mark) => [mark.id, withoutPlace(mark)]),
  )
  return [
    ...responses.flatMap((response, index) =>
      same(response, stored[index]) ? [] : [`response ${response.position}`],
    ),
    ...marks.flatMap((mark) => (same(mark, storedMarks.get(mark.id)) ? [] : [`mark ${mark.id}`])),
    ...[...storedMarks.keys()].flatMap((id) => (marks.some((mark) => mark.id === id) ? [] : [`mark ${id}`])),
  ]
}

function withoutPlace({ attempt_id: _, school_id: __, ...mark }: StoredMark): MadeMark {
  return mark
}

const same = (a: unknown, b: unknown): boolean =>
  canonicalJson(JSON.parse(JSON.stringify(a ?? null))) ===
  canonicalJson(JSON.parse(JSON.stringify(b ?? null)))
