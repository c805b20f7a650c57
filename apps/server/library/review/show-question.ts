import type * as shape from '@waymark/contract/library-shapes.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { QuestionVersion } from '../store/question-versions.ts'
import type { StoredQuestion } from '../store/questions.ts'
import { getUnit } from '../store/units.ts'
import { findingsAbout, type GateFacts, gateFactsFor } from './gate.ts'

export type ShownQuestion = z.input<typeof shape.AuthorQuestion>

/** A question as its author sees it: key, sources beside their passages, findings. */
export async function showQuestion(tx: Tx, stored: StoredQuestion): Promise<ShownQuestion> {
  const unit = await getUnit(tx, stored.unit_id)
  return showWith(stored, await gateFactsFor(tx, unit, [stored]))
}

export function showWith(stored: StoredQuestion, facts: GateFacts): ShownQuestion {
  const { current } = stored
  return {
    id: stored.id,
    quiz_id: stored.quiz_id,
    unit_id: stored.unit_id,
    position: stored.position,
    review_state: stored.review_state,
    rejection_reason: stored.rejection_reason as ShownQuestion['rejection_reason'],
    version_id: current.version_id,
    version: current.version,
    latest_version: stored.latest_version,
    frozen: current.frozen_at !== null,
    revision: stored.revision,
    kind: current.question.kind,
    question: { ...current.question },
    question_tests: current.tests,
    sources: current.question.source_refs.map(({ passage_id, quote }) => {
      const passage = facts.passages.get(passage_id)
      return {
        passage_id,
        quote,
        document_id: passage?.document_id ?? null,
        filename: passage?.filename ?? null,
        locator: passage?.locator ?? {},
        passage_text: passage?.text ?? null,
      }
    }),
    findings: findingsAbout(stored, facts),
    changed_at: stored.changed_at.toISOString(),
  }
}

export function showVersion(
  version: QuestionVersion,
  currentId: string,
): z.input<typeof shape.QuestionVersion> {
  return {
    version_id: version.version_id,
    version: version.version,
    current: version.version_id === currentId,
    frozen: version.frozen_at !== null,
    approved_at: version.approved_at?.toISOString() ?? null,
    created_by: version.created_by,
    created_at: version.created_at.toISOString(),
    changed_at: version.changed_at.toISOString(),
    kind: version.question.kind,
    question: { ...version.question },
  }
}
