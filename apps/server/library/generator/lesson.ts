import type { QuestionInput } from '@waymark/questions/question.ts'
import type { Chance } from './chance.ts'
import type { Offered, PlannedPlace } from './plan.ts'

/** A text with the passage that holds it. */
export interface CitedText {
  text: string
  passage_id: string
}

export interface Term {
  term: string
  definition: string
  passage_id: string
}

export interface LessonPassage {
  id: string
  kind: string
  text: string
  heading_path: readonly string[]
}

/** All a generator may know: what the documents and the teacher say, nothing of any person. */
export interface Lesson {
  title: string
  subject: string
  year_group: number
  language: string
  topic_id: string
  objectives: readonly { id: string; text: string; passage_id: string | null }[]
  vocabulary: readonly Term[]
  step_lists: readonly { heading: string | null; steps: readonly CitedText[] }[]
  misconceptions: readonly { id: string; belief: CitedText; correction: CitedText | null }[]
  existing_questions: readonly {
    stem: CitedText
    options: readonly CitedText[]
    answer: { text: string; option: number | null; passage_id: string } | null
  }[]
  /** In reading order, without hidden ones that nobody ticked. */
  passages: readonly LessonPassage[]
}

export interface Source {
  passage_id: string
  quote: string
}

/** What one offer becomes: the parts of a question that differ from kind to kind. */
export interface Draft {
  preset?: string
  stem: string
  content: unknown
  hint: string | null
  feedback: { correct?: string; partial?: string; incorrect?: string; submitted?: string }
  /** 1–3 passages with a literal quote. */
  sources: readonly Source[]
}

/** A question in waiting; `write` gives the same draft for the same place and chance. */
export interface Offer extends Offered {
  /** Words it is about, for finding its strand. */
  about: string
  write(place: { level: number }, chance: Chance): Draft | null
}

/** A written question with its place in the plan; plain data. */
export interface Candidate {
  slot: PlannedPlace
  question: QuestionInput
}
