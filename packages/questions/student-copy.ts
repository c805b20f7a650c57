import type { AnyKind } from './kind.ts'
import { arrangeBy } from './order.ts'
import type { Question } from './question.ts'
import { findKind, kindOf } from './registry.ts'
import type { Arrange, StudentMedia, StudentQuestion, StudentScaffold } from './student-question.ts'

/** What the order of lists is drawn from (03 §5). */
export interface ShuffleSeed {
  shuffleKey: string
  versionId: string
}

/** The student's copy: named fields only, lists in hash order, nothing that tells the key (01 §4). */
export function studentCopy(question: Question, seed: ShuffleSeed): StudentQuestion {
  return {
    kind: question.kind,
    preset: question.preset,
    stem: question.stem,
    media: question.media.map(studentMedia),
    points: question.points,
    time_estimate_seconds: question.time_estimate_seconds,
    language: question.language,
    hint_available: question.hint !== null,
    scaffold_available: question.scaffold !== null,
    content: copyContent(kindOf(question), question, seed),
  }
}

/** The guided version, for when the student asks for it; null when there is none. */
export function studentScaffold(question: Question, seed: ShuffleSeed): StudentScaffold | null {
  const { scaffold } = question
  if (!scaffold) return null
  const { practice } = scaffold
  const kind = practice && findKind(practice.kind)
  if (!kind) return { text: scaffold.text, practice: null }
  const content = copyContent(kind, practice, seed)
  return { text: scaffold.text, practice: { kind: practice.kind, preset: practice.preset, content } }
}

/** The question with the content that this attempt was given: 0 is the main one, n the nth variant. */
export function forVariant(question: Question, variantKey: number): Question {
  const content = variantKey === 0 ? question.content : question.variants[variantKey - 1]
  if (content === undefined) throw new RangeError(`the question has no variant ${variantKey}`)
  return { ...question, content, variants: [] }
}

function copyContent(
  kind: AnyKind,
  source: { preset: string | null; content?: unknown },
  seed: ShuffleSeed,
): unknown {
  const arrange: Arrange = arrangeBy(seed.shuffleKey, seed.versionId)
  return kind.toStudent(source.content, arrange, source.preset)
}

function studentMedia(media: Question['media'][number]): StudentMedia {
  return {
    asset_id: media.asset_id,
    alt: media.alt ?? '',
    decorative: media.decorative,
    long_description: media.long_description ?? null,
  }
}
