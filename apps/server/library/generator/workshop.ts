import { newPartId } from '@waymark/questions/part-id.ts'
import type { Chance } from './chance.ts'
import { Glossary } from './glossary.ts'
import type { Lesson, LessonPassage } from './lesson.ts'
import { type Relevance, relevanceTo } from './relevance.ts'

/** A lesson with what every maker of offers looks up in it. */
export interface Workshop {
  lesson: Lesson
  passages: ReadonlyMap<string, LessonPassage>
  glossary: Glossary
  relevance: Relevance
  /** Objectives by the words of a text and of the headings over its passage. */
  objectivesOf(text: string, passageId: string): string[]
}

export function openWorkshop(lesson: Lesson): Workshop {
  const passages = new Map(lesson.passages.map((passage) => [passage.id, passage]))
  const relevance = relevanceTo(
    lesson.objectives,
    lesson.passages.map(({ text }) => text),
  )
  return {
    lesson,
    passages,
    glossary: new Glossary(lesson.vocabulary),
    relevance,
    objectivesOf: (text, passageId) => {
      const own = relevance.objectivesFor(text)
      if (own.length > 0) return own
      return relevance.objectivesFor(passages.get(passageId)?.heading_path.join(' ') ?? '')
    },
  }
}

/** A short name for an offer, made of content alone so that it is the same in every run. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60)

export const partId = (chance: Chance): string => newPartId(chance.bytes)

/** Text that Markdown would take for markup is written so that it shows as it is. */
export const literalMarkdown = (text: string): string => text.replace(/[\\`*_[\]|#>]/g, '\\$&')
