import type { RefusalCode } from '@waymark/contract/refusals.ts'

/**
 * What the reader makes of one uploaded file. The library room stores these values as they are,
 * so every field is plain JSON and multi-word fields are written as on the wire.
 */

export type DocumentKind = 'docx' | 'pptx' | 'pdf'

/** Where in the file a passage stands. Pages, slides, tables and rows count from 1. */
export interface Locator {
  page?: number
  slide?: number
  /** The headings above the passage, outermost first. Left out when there are none. */
  heading_path?: string[]
  table?: number
  row?: number
}

export type PassageKind = 'heading' | 'paragraph' | 'list_item' | 'table_row' | 'code' | 'picture' | 'notes'

/** A citable piece of the document; `ord` counts from 1 in reading order. */
export interface Passage {
  ord: number
  locator: Locator
  kind: PassageKind
  /** At most 1,200 characters. Cells of a table row stand between " | ". Empty only for a picture without alternative text. */
  text: string
  /** Not visible in the original (hidden, text in the colour of its background, off the slide, under 2 pt). */
  hidden: boolean
}

/** A text with the `ord` of the passage that holds it literally, white space aside. */
export interface Cited {
  text: string
  ord: number
}

export interface VocabularyPair {
  term: string
  definition: string
  ord: number
}

/** Numbered steps that belong together, in their order. */
export interface StepList {
  /** The nearest heading or lead-in line above the steps. */
  heading: string | null
  steps: Cited[]
}

export interface Misconception {
  belief: Cited
  /** `null` when the document names the belief alone. */
  correction: Cited | null
}

export interface Activity {
  heading: Cited
  /** The next paragraphs, at most four. */
  paragraphs: Cited[]
}

export interface CodeBlock {
  /** White space as in the document; lines end in "\n", the last without one. */
  code: string
  /** More than one when the block is longer than a passage may be. */
  ords: number[]
}

export interface ExistingQuestion {
  stem: Cited
  options: Cited[]
  /** The answer as written; `option` is its position in `options`, from 0, when it is one of them. */
  answer: { text: string; option: number | null; ord: number } | null
}

export interface Picture {
  /** Name of the re-encoded file in the folder given to the reader. */
  file: string
  media_type: 'image/png' | 'image/webp'
  width: number
  height: number
  bytes: number
  /** Empty when the document gives none. */
  alternative_text: string
  ord: number
}

export interface Material {
  objectives: Cited[]
  vocabulary: VocabularyPair[]
  step_lists: StepList[]
  misconceptions: Misconception[]
  activities: Activity[]
  code_blocks: CodeBlock[]
  existing_questions: ExistingQuestion[]
  pictures: Picture[]
}

export interface DocumentReading {
  status: 'ready'
  kind: DocumentKind
  title: string
  lesson_number: number | null
  passages: Passage[]
  material: Material
  /** Plain sentences for the teacher: what was left out and why. */
  notices: string[]
}

export type DocumentRefusalCode = Extract<
  RefusalCode,
  | 'type_mismatch'
  | 'unsupported_type'
  | 'too_large'
  | 'archive_unsafe'
  | 'malformed'
  | 'encrypted'
  | 'no_text'
>

export interface DocumentRefusal {
  status: 'refused'
  code: DocumentRefusalCode
  /** One plain sentence with the file's name. */
  message: string
  /** What went wrong inside the reader, for the log only. */
  fault?: string
}
