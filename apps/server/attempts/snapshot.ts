import { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import { forVariant, type ShuffleSeed, studentCopy } from '@waymark/questions/kinds.ts'
import { sharedShuffleKey, shuffleQuestions } from '@waymark/questions/order.ts'
import type { Question } from '@waymark/questions/question.ts'
import { z } from 'zod'
import { canonicalJson } from '../platform/canonical-json.ts'
import { sha256 } from './saving/chain.ts'

/** What an attempt is made of, frozen at its start (spec 03 §5). Stored; a new shape gets a new version. */
export const Snapshot = z.object({
  snapshot_version: z.literal(1),
  quiz_title: z.string(),
  quiz_version: z.number(),
  shuffle_key: z.string(),
  settings: AssignmentSettings,
  accommodations_version: z.null(),
  questions: z.array(
    z.object({
      position: z.number(),
      /** Place in the quiz as its author ordered it. */
      quiz_position: z.number(),
      question_id: z.string(),
      question_version_id: z.string(),
      /** Ids of every list, in the order in which this student sees them. */
      option_order: z.array(z.string()),
      removed_option: z.null(),
      /** 0 is the question's own content, n its n-th variant. */
      variant_key: z.number(),
      points: z.number(),
    }),
  ),
})
export type Snapshot = z.output<typeof Snapshot>
export type SnapshotItem = Snapshot['questions'][number]

/** A question version as it enters an attempt. */
export interface VersionedQuestion {
  question_id: string
  question_version_id: string
  question: Question
}

/** Freezes the questions, in authored order, for one student. `shuffleKey` is 16 hex characters. */
export function makeSnapshot(
  quiz: { title: string; version: number },
  authored: readonly VersionedQuestion[],
  settings: AssignmentSettings,
  shuffleKey: string,
): Snapshot {
  const places = new Map(
    authored.map((one, index) => [one.question_version_id, { ...one, place: index + 1 }]),
  )
  const ids = authored.map((one) => one.question_version_id)
  const order = settings.question_order === 'shuffled' ? shuffleQuestions(shuffleKey, ids) : ids
  return {
    snapshot_version: 1,
    quiz_title: quiz.title,
    quiz_version: quiz.version,
    shuffle_key: shuffleKey,
    settings,
    accommodations_version: null,
    questions: order.flatMap((id, index) => {
      const one = places.get(id)
      if (!one) return []
      const variant_key = pickVariant(shuffleKey, id, one.question.variants.length)
      const seed = seedOf({ settings, shuffle_key: shuffleKey }, one)
      const shown = studentCopy(forVariant(one.question, variant_key), seed)
      return {
        position: index + 1,
        quiz_position: one.place,
        question_id: one.question_id,
        question_version_id: id,
        option_order: shownIds(shown.content),
        removed_option: null,
        variant_key,
        points: one.question.points,
      }
    }),
  }
}

export const hashSnapshot = (snapshot: Snapshot): string => sha256(canonicalJson(snapshot))

/** What the order of a question's lists is drawn from: the student's own key, or one for all. */
export const seedOf = (
  { settings, shuffle_key }: Pick<Snapshot, 'settings' | 'shuffle_key'>,
  { question_version_id }: { question_version_id: string },
): ShuffleSeed => ({
  shuffleKey: settings.shuffle_options ? shuffle_key : sharedShuffleKey,
  versionId: question_version_id,
})

/** Every id in the lists of a student's copy, as they stand. */
function shownIds(content: unknown): string[] {
  if (Array.isArray(content))
    return content.flatMap((member) => [...(hasId(member) ? [member.id] : []), ...shownIds(member)])
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(shownIds) : []
}

const hasId = (member: unknown): member is { id: string } =>
  typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string'

function pickVariant(shuffleKey: string, versionId: string, variants: number): number {
  if (variants === 0) return 0
  return Number.parseInt(sha256(`${shuffleKey}:${versionId}:variant`).slice(0, 8), 16) % (variants + 1)
}
