import type { Chance } from '../chance.ts'
import type { Draft, Offer, Term } from '../lesson.ts'
import {
  hasShortSentences,
  holdsWords,
  listed,
  quoted,
  readable,
  sentenceCase,
  unstopped,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'
import { citeTerm, citeTerms, FEWEST_TERMS } from './terms.ts'

const LONGEST_ITEM = 300
const LINES = 2
const BANK = 4

/** Questions about several terms at once: match them to meanings, fill lines from a bank. */
export function termSetOffers(workshop: Workshop, chance: Chance): Offer[] {
  const usable = workshop.glossary.apart(
    workshop.lesson.vocabulary.filter(
      (term) => term.definition.length <= LONGEST_ITEM && citeTerm(workshop, term),
    ),
  )
  if (usable.length < FEWEST_TERMS) return []
  const inTurn = neighboursByObjective(workshop, chance.branch('sets').shuffled(usable))
  return [
    // One set goes before questions about single terms: they would use its terms up.
    ...sets(inTurn, FEWEST_TERMS).map((set, index) => matchingOffer(workshop, set, index === 0)),
    ...sets(inTurn, LINES).map((set) => linesOffer(workshop, set.slice(0, LINES))),
  ]
}

const objectivesOfTerm = (workshop: Workshop, { term, definition, passage_id }: Term): string[] =>
  workshop.objectivesOf(`${term} ${definition}`, passage_id)

/** Terms of one objective side by side, so that a set asks about few objectives. */
function neighboursByObjective(workshop: Workshop, terms: readonly Term[]): Term[] {
  const ids = workshop.lesson.objectives.map(({ id }) => id)
  const placed = terms.map((term) => {
    const place = ids.indexOf(objectivesOfTerm(workshop, term)[0] ?? '')
    return { term, place: place < 0 ? ids.length : place }
  })
  return placed.toSorted((a, b) => a.place - b.place).map(({ term }) => term)
}

/** Objectives on which at least a quarter of a set bears: one term of four. */
function objectivesOfSet(workshop: Workshop, set: readonly Term[]): string[] {
  const uses = new Map<string, number>()
  for (const id of set.flatMap((term) => objectivesOfTerm(workshop, term)))
    uses.set(id, (uses.get(id) ?? 0) + 1)
  return [...uses].filter(([, count]) => count * 4 >= set.length).map(([id]) => id)
}

/** Sets of at least `size`; what is left over joins the last set. */
function sets(terms: readonly Term[], size: number): Term[][] {
  const count = Math.floor(terms.length / size)
  return Array.from({ length: count }, (_, index) =>
    terms.slice(index * size, index === count - 1 ? undefined : (index + 1) * size),
  )
}

function matchingOffer(workshop: Workshop, set: readonly Term[], telling: boolean): Offer {
  return {
    id: `matching/terms/${set.map(({ term }) => slug(term)).join('+')}`,
    kind: 'matching',
    objectives: objectivesOfSet(workshop, set),
    subjects: set.map(({ term }) => slug(term)),
    about: set.map(({ term }) => term).join(' '),
    levels: [1, 4],
    telling,
    write: ({ level }, chance) => matchTerms(workshop, set, level, chance),
  }
}

/** 4 to 6 terms, more of them at higher levels. */
function matchTerms(workshop: Workshop, set: readonly Term[], level: number, chance: Chance): Draft {
  const asked = set.slice(0, level >= 4 ? 6 : level === 3 ? 5 : 4)
  const pairs = asked.map((term) => ({
    left: { id: partId(chance), text: term.term },
    right: { id: partId(chance), text: sentenceCase(unstopped(term.definition)) },
  }))
  return {
    stem: `${matchThese(asked)} Choose ONE meaning for each term.`,
    content: {
      left_items: pairs.map(({ left }) => left),
      right_items: chance.shuffled(pairs.map(({ right }) => right)),
      correct_pairs: pairs.map(({ left, right }) => ({ left: left.id, right: right.id })),
    },
    hint: 'Start with the term that you know best.',
    feedback: {
      correct: 'Yes. You matched each term to its meaning.',
      partial: 'Nearly. {correct} of {total} pairs are right. Read the other meanings again.',
      incorrect: 'Not quite. Read each meaning and find its key word.',
    },
    sources: citeTerms(workshop, asked),
  }
}

function matchThese(asked: readonly Term[]): string {
  const named = `Match ${literalMarkdown(listed(asked.map(({ term }) => quoted(term))))} to their meanings.`
  return hasShortSentences(named) ? named : 'Match each term to its meaning.'
}

function linesOffer(workshop: Workshop, set: readonly Term[]): Offer {
  return {
    id: `cloze/terms/${set.map(({ term }) => slug(term)).join('+')}`,
    kind: 'cloze',
    objectives: objectivesOfSet(workshop, set),
    subjects: set.map(({ term }) => slug(term)),
    about: set.map(({ term }) => term).join(' '),
    levels: [1, 3],
    write: (_place, chance) => fillLines(workshop, set, chance),
  }
}

/** Meanings with a gap before each, and a bank of the terms with others beside them. */
function fillLines(workshop: Workshop, asked: readonly Term[], chance: Chance): Draft | null {
  const first = asked[0]
  if (!first) return null
  const others = workshop.glossary
    .nearest(first)
    .filter((other) => asked.every((term) => term !== other && !holdsWords(term.definition, other.term)))
    .slice(0, BANK - asked.length)
  const words = [...asked, ...others].map((term) => ({ term, word: { id: partId(chance), text: term.term } }))
  if (words.length < BANK) return null
  const gaps = asked.map((term) => ({
    id: partId(chance),
    input: 'bank' as const,
    words: words.map(({ term: other, word }) => ({
      word: word.id,
      fraction: other === term ? 1 : 0,
      ...(other === term ? {} : { feedback: meaning(workshop, other) }),
    })),
  }))
  return {
    stem: `Complete the lines that end with ${literalMarkdown(listed(asked.map(endOf)))}. Choose ONE term from the list for each gap.`,
    content: {
      text: asked
        .map((term, index) => `{{${gaps[index]?.id}}}: ${unstopped(term.definition).replace(/[{}]/g, '')}.`)
        .join('\n'),
      gaps,
      bank: chance.shuffled(words.map(({ word }) => word)),
    },
    hint: 'Read the whole line before you choose a term.',
    feedback: {
      correct: 'Yes. Each line has its right term.',
      partial: 'Nearly. {correct} of {total} gaps are right. Read the other line again.',
      incorrect: 'Not quite. Read each line and think of the key words of the lesson.',
    },
    sources: citeTerms(workshop, asked),
  }
}

/** The last words of a meaning, by which a line is told from others. */
const WORDS_NAMED = 3
const endOf = ({ definition }: Term): string =>
  quoted(unstopped(definition).split(/\s+/u).slice(-WORDS_NAMED).join(' '))

/** What a term in the wrong gap means. */
export function meaning(workshop: Workshop, term: Term): string {
  return readable(
    workshop.glossary,
    `${sentenceCase(term.term)} means ${quoted(term.definition)}.`,
    `${sentenceCase(term.term)} has another meaning.`,
    'Read the meaning of each term again.',
  )
}
