import type { Chance } from '../chance.ts'
import { atMostThree, cite } from '../citing.ts'
import type { Draft, Lesson, Offer, Source } from '../lesson.ts'
import {
  countWords,
  hasShortSentences,
  holdsWords,
  sentenceCase,
  standsAlone,
  unstopped,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'
import { citeTerm } from './terms.ts'

type Objective = Lesson['objectives'][number]
interface Criterion {
  text: string
  source: Source
}

const FEWEST_CRITERIA = 2
const MOST_CRITERIA = 4

/** An objective to explain, describe or compare becomes an extended answer for the teacher to mark. */
export function objectiveOffers(workshop: Workshop): Offer[] {
  return workshop.lesson.objectives.flatMap((objective): Offer[] => {
    const task = taskOf(objective.text)
    if (!task) return []
    const criteria = criteriaFor(workshop, objective)
    if (criteria.length < FEWEST_CRITERIA) return []
    return [
      {
        id: `extended_text/objective/${slug(objective.text)}`,
        kind: 'extended_text',
        objectives: [objective.id],
        subjects: [`explain-${slug(task)}`],
        about: [objective.text, ...criteria.map(({ text }) => text)].join(' '),
        levels: [3, 5],
        write: ({ level }, chance) => explain(workshop, objective, task, criteria, level, chance),
      },
    ]
  })
}

/** The one instruction in an objective, from its verb on; null when it cannot stand as a question. */
function taskOf(objective: string): string | null {
  const from = objective.match(/\b(explain|describe|compare)\b.*/isu)?.[0]
  if (!from) return null
  const one = unstopped(
    from.split(/\s+and\s+(?=(?:explain|describe|compare|give|use|write|name|state|identify)\b)|[.;]/iu)[0] ??
      '',
  )
  const words = countWords(one)
  if (words < 3 || words > 18 || /\b(it|its|this|these|those|they|them|i|my|own)\b/iu.test(one)) return null
  return sentenceCase(one)
}

/** What a full answer says: meanings of the objective's terms, then bullets under a heading like it. */
function criteriaFor(workshop: Workshop, objective: Objective): Criterion[] {
  const found = [...fromTerms(workshop, objective), ...fromBullets(workshop, objective)]
  return found.slice(0, MOST_CRITERIA)
}

function fromTerms(workshop: Workshop, objective: Objective): Criterion[] {
  const named = workshop.lesson.vocabulary.filter(({ term }) =>
    [term, `${term}s`].some((form) => holdsWords(objective.text, form)),
  )
  return named.flatMap((term) => {
    const source = citeTerm(workshop, term)
    return source ? [{ text: `Says what ${term.term} means: ${unstopped(term.definition)}.`, source }] : []
  })
}

/** A bullet counts when it and its heading speak of at least half of the objective. */
const LEAST_SHARE = 0.5

function fromBullets(workshop: Workshop, objective: Objective): Criterion[] {
  const objectiveIds = new Set(workshop.lesson.objectives.map(({ passage_id }) => passage_id))
  const bullets = workshop.lesson.passages
    .filter(
      (passage) =>
        passage.kind === 'list_item' && !objectiveIds.has(passage.id) && saysOneThing(passage.text),
    )
    .map((passage) => {
      const speaksOf = `${passage.heading_path.at(-1) ?? ''} ${passage.text}`
      return { passage, share: workshop.relevance.shareOf(objective.id, speaksOf) }
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
  return bullets.flatMap(({ passage }) => {
    const source = cite(workshop.passages, passage.id, [passage.text])
    return source ? [{ text: `Says: ${unstopped(passage.text)}.`, source }] : []
  })
}

function saysOneThing(text: string): boolean {
  const words = countWords(text)
  return words >= 4 && words <= 25 && !/\?$/u.test(text.trim()) && standsAlone(text)
}

function explain(
  workshop: Workshop,
  objective: Objective,
  task: string,
  criteria: readonly Criterion[],
  level: number,
  chance: Chance,
): Draft | null {
  const stem = `${literalMarkdown(task)}. Write ${criteria.length} sentences or more.`
  if (!hasShortSentences(stem)) return null
  const own = objective.passage_id
    ? cite(workshop.passages, objective.passage_id, [unstopped(objective.text)])
    : null
  return {
    stem,
    content: {
      min_words: level >= 4 ? 30 : 20,
      max_words: 200,
      mode: 'mark_scheme',
      points_available: criteria.length,
      mark_scheme: criteria.map(({ text }) => ({
        id: partId(chance),
        criterion: text.slice(0, 500),
        points: 1,
      })),
    },
    hint: 'Name one key word first. Then say what the key word means.',
    feedback: {
      correct: 'Yes. Your answer says each main point.',
      partial: 'Nearly. Your answer says some of the main points.',
      incorrect: 'Not yet. Read the lesson again and name one main point.',
      submitted: 'Your answer is with your teacher. The mark comes later.',
    },
    sources: atMostThree([own, ...criteria.map(({ source }) => source)]),
  }
}
