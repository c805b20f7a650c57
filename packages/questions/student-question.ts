/**
 * What a student's browser gets of a question. Nothing here may import zod or science:
 * the student area loads it.
 */

/** A picture as the student gets it. */
export interface StudentMedia {
  asset_id: string
  /** Empty for a decorative picture. */
  alt: string
  decorative: boolean
  long_description: string | null
}

/** The student's copy; `content` is the `StudentContent` of `<kind>/student.ts`. */
export interface StudentQuestion<Content = unknown> {
  kind: string
  preset: string | null
  stem: string
  media: StudentMedia[]
  points: number
  time_estimate_seconds: number
  /** BCP 47 tag of the wording. */
  language: string
  hint_available: boolean
  scaffold_available: boolean
  content: Content
}

/** The guided version, as the student gets it after asking for it. */
export interface StudentScaffold {
  text: string
  /** A small question that is answered for practice and never marked. */
  practice: { kind: string; preset: string | null; content: unknown } | null
}

/** Puts a list with ids into the order in which this student sees it. */
export type Arrange = <T extends { id: string }>(list: readonly T[]) => T[]
