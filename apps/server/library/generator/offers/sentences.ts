import type { Chance } from '../chance.ts'
import { cite } from '../citing.ts'
import type { Glossary } from '../glossary.ts'
import type { Draft, Lesson, LessonPassage, Offer, Term } from '../lesson.ts'
import {
  countWords,
  quoted,
  readable,
  safeHint,
  sentenceCase,
  splitSentences,
  standsAlone,
  unstopped,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'
import { meaning } from './term-sets.ts'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Facts stand in running text; cells, headings and code are no sentences. */
const kindsWithFacts = new Set(['paragraph', 'list_item', 'notes'])

/** A sentence to a teacher or a task for a class is not a fact to complete. */
const instruction =
  /^(ask|give|show|tell|write|draw|open|copy|complete|discuss|explain|describe|hand|read|look|use|let|make sure|remind|collect|put|choose|select|pupils?|students?|teacher|learners?|children|class|activity|task|starter|plenary|homework|note|answer|example|question|lesson)\b/iu

/** Sentences of 8–20 words that hold exactly one term become a gap with a bank of four. */
export function sentenceOffers(workshop: Workshop): Offer[] {
  const { lesson } = workshop
  const excluded = textsThatAreNoFacts(lesson)
  return lesson.passages
    .filter((passage) => kindsWithFacts.has(passage.kind) && !excluded.has(passage.id))
    .flatMap((passage) =>
      splitSentences(passage.text).flatMap((sentence) => offerOf(workshop, passage, sentence)),
    )
}

/** Beliefs, objectives, steps and questions stand in passages too, but must not be taught as facts. */
function textsThatAreNoFacts(lesson: Lesson): Set<string> {
  return new Set([
    ...lesson.misconceptions.flatMap(({ belief, correction }) => [
      belief.passage_id,
      ...(correction ? [correction.passage_id] : []),
    ]),
    ...lesson.objectives.flatMap(({ passage_id }) => (passage_id ? [passage_id] : [])),
    ...lesson.existing_questions.flatMap(({ stem, options }) =>
      [stem, ...options].map(({ passage_id }) => passage_id),
    ),
    ...lesson.step_lists.flatMap(({ steps }) => steps.map(({ passage_id }) => passage_id)),
    ...lesson.vocabulary.map(({ passage_id }) => passage_id),
  ])
}

function offerOf(workshop: Workshop, passage: LessonPassage, sentence: string): Offer[] {
  const term = isFact(sentence) ? onlyTermIn(sentence, workshop.glossary) : null
  if (!term) return []
  const objectives = workshop.objectivesOf(sentence, passage.id)
  return [
    {
      id: `cloze/sentence/${slug(sentence)}`,
      kind: 'cloze',
      objectives,
      subjects: [slug(term.term)],
      about: sentence,
      levels: [2, 4],
      write: (_place, chance) => gapSentence(workshop, passage, sentence, term, chance),
    },
  ]
}

function isFact(sentence: string): boolean {
  const words = countWords(sentence)
  return (
    words >= 8 &&
    words <= 20 &&
    /^[\p{Lu}\p{N}]/u.test(sentence) &&
    /\.$/u.test(sentence) &&
    !/[{}"“”:]/u.test(sentence) &&
    standsAlone(sentence) &&
    !instruction.test(sentence)
  )
}

/** The one term of the unit that a sentence holds, once; null when there are none or several. */
function onlyTermIn(sentence: string, glossary: Glossary): Term | null {
  const held = glossary.heldBy(sentence)
  const term = held.length === 1 ? held[0] : undefined
  if (!term) return null
  return sentence.match(termPattern(term.term, 'giu'))?.length === 1 ? term : null
}

const termPattern = (term: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?![\\p{L}\\p{N}])`, flags)

/** Words by which a sentence is told from others, from the end that the gap leaves longer. */
const WORDS_NAMED = 4

function whichSentence(sentence: string, term: string): string {
  const [before = '', after = ''] = unstopped(sentence).split(termPattern(term, 'iu'))
  const [start, end] = [before, after].map((side) => side.trim().split(/\s+/u).filter(Boolean)) as [
    string[],
    string[],
  ]
  return start.length >= Math.min(WORDS_NAMED, end.length)
    ? `starts with ${named(start.slice(0, WORDS_NAMED))}`
    : `ends with ${named(end.slice(-WORDS_NAMED))}`
}

const named = (words: readonly string[]): string => literalMarkdown(quoted(words.join(' ')))

function gapSentence(
  workshop: Workshop,
  passage: LessonPassage,
  sentence: string,
  term: Term,
  chance: Chance,
): Draft | null {
  const source = cite(workshop.passages, passage.id, [sentence])
  const others = workshop.glossary.nearest(term).slice(0, 3)
  const gap = partId(chance)
  const text = sentence.replace(termPattern(term.term, 'iu'), `{{${gap}}}`)
  if (!source || others.length < 3) return null
  const words = [term, ...others].map((one) => ({ one, word: { id: partId(chance), text: one.term } }))
  return {
    stem: `Complete the sentence that ${whichSentence(sentence, term.term)}. Choose ONE term from the list.`,
    content: {
      text,
      gaps: [
        {
          id: gap,
          input: 'bank',
          words: words.map(({ one, word }) => ({
            word: word.id,
            fraction: one === term ? 1 : 0,
            ...(one === term ? {} : { feedback: meaning(workshop, one) }),
          })),
        },
      ],
      bank: chance.shuffled(words.map(({ word }) => word)),
    },
    hint: safeHint(
      [term.term],
      'Read the whole sentence before you choose a term.',
      'Read all of the words first.',
    ),
    feedback: {
      correct: readable(
        workshop.glossary,
        `Yes. ${sentence}`,
        `Yes. ${sentenceCase(term.term)} fits the sentence.`,
        'Yes. The term fits the sentence.',
      ),
      partial: 'Nearly. Read the whole sentence again.',
      incorrect: 'Not quite. Read the whole sentence and try each term in the gap.',
    },
    sources: [source],
  }
}
