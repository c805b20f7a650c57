import type { Chance } from '../chance.ts'
import { atMostThree, cite } from '../citing.ts'
import { besideKey } from '../glossary.ts'
import type { Draft, Offer, Source, Term } from '../lesson.ts'
import {
  countWords,
  hasShortSentences,
  holdsWords,
  quoted,
  readable,
  safeHint,
  sentenceCase,
  unstopped,
  wordCountText,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'

/** With fewer pairs there are not three other terms to choose from. */
export const FEWEST_TERMS = 4
/** "Which term means" and a definition make one sentence of at most 20 words. */
const LONGEST_ASKED = 17

/** Questions about one term each: choose it, write it. */
export function termOffers(workshop: Workshop): Offer[] {
  const { vocabulary } = workshop.lesson
  if (vocabulary.length < FEWEST_TERMS) return []
  return vocabulary
    .filter((term) => mayBeAsked(term) && citeTerm(workshop, term))
    .flatMap((term) => {
      const about = `${term.term} ${term.definition}`
      const common = {
        subjects: [slug(term.term)],
        about,
        objectives: workshop.objectivesOf(about, term.passage_id),
      }
      const choose: Offer = {
        ...common,
        id: `multiple_choice/term/${slug(term.term)}`,
        kind: 'multiple_choice',
        levels: [1, 3],
        write: ({ level }, chance) => chooseTerm(workshop, term, level, chance),
      }
      const write: Offer = {
        ...common,
        id: `text_input/term/${slug(term.term)}`,
        kind: 'text_input',
        levels: [2, 4],
        write: () => writeTerm(workshop, term),
      }
      return [choose, write]
    })
}

/** A definition that can be asked: it fits a short sentence and does not hold the term itself. */
function mayBeAsked({ term, definition }: Term): boolean {
  if (formsOf(term).some((form) => holdsWords(definition, form))) return false
  return countWords(definition) <= LONGEST_ASKED || hasShortSentences(definition)
}

/** "Random access memory (RAM)" is known by both names. */
export function formsOf(term: string): string[] {
  const both = term.match(/^(.+?)\s*\((.+?)\)$/u)
  return both?.[1] && both[2] ? [both[1], both[2]] : [term]
}

export function citeTerm(workshop: Workshop, { term, definition, passage_id }: Term): Source | null {
  return cite(workshop.passages, passage_id, [term, unstopped(definition)])
}

/** The definition inside a question, or above the question where one sentence would be too long. */
function ask(definition: string, question: string): string {
  const asked = literalMarkdown(quoted(definition))
  if (countWords(definition) <= LONGEST_ASKED) return `${question} means ${asked}?`
  return `Read the meaning: ${asked}.\n\n${question} has the meaning above?`
}

function chooseTerm(workshop: Workshop, term: Term, level: number, chance: Chance): Draft | null {
  const source = citeTerm(workshop, term)
  if (!source) return null
  const near = workshop.glossary.nearest(term)
  if (near.length < 3) return null
  const others = besideKey(term, level >= 3 ? near : chance.shuffled(near), 3)
  const options = chance.shuffled([
    { id: partId(chance), text: term.term, is_correct: true },
    ...others.map((other) => ({
      id: partId(chance),
      text: other.term,
      is_correct: false,
      feedback: readable(
        workshop.glossary,
        `Not quite. ${sentenceCase(other.term)} means ${quoted(other.definition)}.`,
        `Not quite. ${sentenceCase(other.term)} has another meaning.`,
        'Not quite. Read the meaning of each term again.',
      ),
    })),
  ])
  return {
    stem: `${ask(term.definition, 'Which term')} Select ONE answer.`,
    content: { options },
    hint: startHint(term),
    feedback: termFeedback(workshop, term),
    sources: [source],
  }
}

function writeTerm(workshop: Workshop, term: Term): Draft | null {
  const source = citeTerm(workshop, term)
  if (!source) return null
  const forms = formsOf(term.term)
  const form = forms.length === 1 ? `Write ${wordCountText(term.term)}.` : 'Write the term.'
  return {
    stem: `${ask(term.definition, 'Which term')} ${form}`,
    content: {
      accepted_answers: forms.map((text) => ({ text, fraction: 1 })),
      max_typos: 1,
    },
    hint: startHint(term),
    feedback: termFeedback(workshop, term),
    sources: [source],
  }
}

function startHint({ term }: Term): string | null {
  const first = [...term][0]?.toUpperCase() ?? ''
  return safeHint(
    formsOf(term),
    `The answer starts with the letter ${first}.`,
    `The first letter is ${first}.`,
    'Read the meaning once more.',
  )
}

function termFeedback(workshop: Workshop, term: Term): Draft['feedback'] {
  return {
    correct: readable(
      workshop.glossary,
      `Yes. ${sentenceCase(term.term)} means ${quoted(term.definition)}.`,
      `Yes. ${sentenceCase(term.term)} has the meaning in the question.`,
      'Yes. The meaning and the term belong together.',
    ),
    incorrect: 'Not quite. Read the meaning and think of the key words of the lesson.',
  }
}

/** One source for each of several terms, at most three. */
export const citeTerms = (workshop: Workshop, terms: readonly Term[]): Source[] =>
  atMostThree(terms.map((term) => citeTerm(workshop, term)))
