import type { Fraction } from '@waymark/science/marking/fraction.ts'
import type { z } from 'zod'
import type { Finding } from './finding.ts'
import type { Arrange } from './student-question.ts'

/** Why an answer is refused (01 §14), before any marking. */
export type AnswerRefusalCode =
  | 'answer_invalid'
  | 'unknown_id'
  | 'duplicate_pair'
  | 'not_a_permutation'
  | 'too_many_selections'

export interface AnswerRefusal {
  code: AnswerRefusalCode
  /** JSON pointer into the answer as sent. */
  pointer: string
  message: string
}

export type Outcome = 'correct' | 'partial' | 'incorrect'

/** What became of one part of an answer: an option, a pair, a gap. */
export interface PartMark {
  part_id: string
  outcome: Outcome | 'not_answered'
  misconception_id: string | null
}

/** What a kind's own marker says about an answer that is not blank. */
export interface Marking {
  /** Exact, from 0 to 1. */
  fraction: Fraction
  parts: PartMark[]
  /** Machine words that explain the fraction: `format`, `typo`, `unit`, `forbidden_keyword`. */
  reasons: string[]
  /** The author's texts for the very options, pairs or gaps given, in authored order. */
  texts: string[]
  /** For `{correct}` and `{total}` in feedback: parts that are right, parts there are. */
  correct: number
  total: number
}

/** What a teacher awards for an answer that only a person can mark: points or levels by part id. */
export interface Awarded {
  parts: Record<string, number>
}

export type Marker<Content, Answer> =
  | { by: 'rule'; mark(content: Content, answer: Answer): Marking }
  | {
      by: 'teacher'
      award(content: Content, awarded: Awarded): Marking | { findings: Finding[] }
      /** What can be said before a person reads it: `too_short`, `too_long`. */
      reasons(content: Content, answer: Answer): string[]
    }

/** A text the author wrote, with what it is for; the gate reads them all through this. */
export interface AuthoredText {
  /** JSON pointer below `/content`. */
  pointer: string
  text: string
  role:
    | 'option' // shown as something to choose, pair or put in order
    | 'passage' // shown as running text
    | 'feedback' // shown after marking, beside the general feedback
    | 'verdict' // shown after marking instead of the general feedback
    | 'accepted' // a right answer; a hint may not contain it
}

/** A list from which something is chosen; the gate wants a reason for each member that is not right. */
export interface OptionList {
  /** JSON pointer below `/content`; members follow by index. */
  pointer: string
  /** Most members an author may offer; imports may keep more. Null where only the shape limits it. */
  most: number | null
  options: { text: string; isCorrect: boolean; explained: boolean }[]
}

/** Built-in texts, used where the author gave none. */
export interface DefaultFeedback {
  correct: string
  partial: string
  incorrect: string
  submitted: string
}

export interface Preset {
  label: string
  /** Fields of the content that the preset fills when the author leaves them out. */
  contentDefaults: Record<string, unknown>
  /** Ids of parts that mean something and are kept on save. */
  fixedIds: readonly string[]
}

/**
 * One entry of the registry (01 §2): everything Waymark knows about a kind of question.
 * Forms, widgets, marking, generators, import, export and help are built from it.
 */
export interface Kind<Code extends string, Content, Answer, StudentContent> {
  code: Code
  /** English name; the screens' names are in the catalogues under `kind.<code>`. */
  label: string
  presets: Record<string, Preset>

  /** The shape in which content is stored now; `upgrades[i]` lifts version i + 1 to i + 2. */
  contentVersion: number
  upgrades: readonly ((older: unknown) => unknown)[]
  content: z.ZodType<Content>
  /** Lists in the content whose members carry an id, as paths (`gaps.options`); a missing id is given on save. */
  partLists: readonly string[]
  /** The content with every part id, also where it is referred to, replaced. */
  renameParts(content: Content, rename: (id: string) => string): Content
  /** What the shape cannot say: keys, uniqueness, known ids. Pointers start at the content. */
  findings(content: Content, preset: string | null): Finding[]

  /** Built from an allow-list; see 01 §4. */
  toStudent(content: Content, arrange: Arrange, preset: string | null): StudentContent

  answer: z.ZodType<Answer> & { shape: Readonly<Record<string, unknown>> }
  /** A bare string, number or boolean as an answer; null where the kind has no single field. */
  fromBare(content: Content, bare: string | number | boolean): unknown
  /** Refuses what does not fit this content; null when it fits. */
  refuse(content: Content, answer: Answer): AnswerRefusal | null
  isBlank(answer: Answer): boolean
  /** Two answers with the same canonical text get the same mark; used to group equal answers. */
  canonicalise(content: Content, answer: Answer): string
  /** Plain text for teachers and evidence. */
  describeAnswer(content: Content, answer: Answer): string

  markerVersion: number
  marker: Marker<Content, Answer>
  partCredit(content: Content): boolean
  /** The texts of a marking replace the general feedback instead of standing before it. */
  textsReplaceFeedback: boolean
  /** An answer with full points; for kinds a person marks, an answer of the asked form. */
  modelAnswer(content: Content): Answer
  /** Answers that must score less than the model answer. */
  lesserAnswers(content: Content): Answer[]
  /** The right answer in words, for release. */
  keyText(content: Content): string

  defaultFeedback: DefaultFeedback
  authoredTexts(content: Content): AuthoredText[]
  optionLists(content: Content): OptionList[]
  /** Words one of which a stem must hold to say the form of the answer, and a sentence that does. */
  answerForm: { cues: readonly string[]; sentence: string }
  /** Where not null, two questions are duplicates only when it is equal (02 §6). */
  duplicateKey(content: Content): string | null
  /** Part ids that statistics count apart. */
  statisticParts(content: Content): string[]

  /** How it is answered without a pointer, and what is spoken (01 §10). */
  keyboard: readonly string[]
  /** A whole question of this kind in the form an author sends. */
  example: Record<string, unknown>
}

/** Checks the types of an entry against its two shapes and keeps its code literal. */
export function defineKind<
  const Code extends string,
  ContentShape extends z.ZodType,
  AnswerShape extends z.ZodObject,
  StudentContent,
>(
  kind: Kind<Code, z.output<ContentShape>, z.output<AnswerShape>, StudentContent> & {
    content: ContentShape
    answer: AnswerShape
  },
): Kind<Code, z.output<ContentShape>, z.output<AnswerShape>, StudentContent> {
  return kind
}

/** An entry whose content and answer types are not known where it is used. */
export type AnyKind = Kind<string, unknown, unknown, unknown>
