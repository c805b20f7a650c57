import { textSimilarity } from '@waymark/science/marking/similarity.ts'
import { normaliseText } from '@waymark/science/marking/text.ts'
import type { Chance } from '../chance.ts'
import { atMostThree, cite } from '../citing.ts'
import type { CitedText, Draft, LessonPassage, Offer } from '../lesson.ts'
import { hasShortSentences, quoted, sentenceCase, splitSentences, unstopped } from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'

const FEWEST_STEPS = 3
const MOST_STEPS = 7
const LONGEST_STEP = 300
/** From this likeness on, two steps read alike and may stand in either order. */
const ALIKE = 0.92

interface StepList {
  heading: string | null
  steps: readonly CitedText[]
}

/** 3–7 numbered steps, or a paragraph that says first, then, finally, become an ordering question. */
export function stepOffers(workshop: Workshop): Offer[] {
  const spoken = workshop.lesson.passages.flatMap((passage) => spokenSteps(passage))
  return [...workshop.lesson.step_lists, ...spoken].filter(canBeOrdered).map((list) => {
    const about = [list.heading ?? '', ...list.steps.map(({ text }) => text)].join(' ')
    return {
      id: `ordering/steps/${slug(list.steps[0]?.text ?? '')}`,
      kind: 'ordering',
      objectives: workshop.objectivesOf(about, list.steps[0]?.passage_id ?? ''),
      subjects: [slug(list.steps[0]?.text ?? '')],
      about,
      levels: [2, 5],
      telling: tellingHeading(list.heading) !== null,
      write: (_place, chance) => orderSteps(workshop, list, chance),
    }
  })
}

function canBeOrdered({ steps }: StepList): boolean {
  return (
    steps.length >= FEWEST_STEPS &&
    steps.length <= MOST_STEPS &&
    steps.every(
      ({ text }) => text.length <= LONGEST_STEP && hasShortSentences(text) && !/\bsteps? \d/iu.test(text),
    ) &&
    new Set(placesOf(steps)).size > 1
  )
}

const opening = /^(first(ly)?|next|then|after that|second(ly)?|third(ly)?|finally|lastly|last)\b[,:]?\s*/iu

/** The sentences of a paragraph that opens with "First" and closes with "Finally". */
function spokenSteps(passage: LessonPassage): StepList[] {
  if (passage.kind !== 'paragraph' && passage.kind !== 'list_item') return []
  const sentences = splitSentences(passage.text)
  const from = sentences.findIndex((sentence) => /^first(ly)?\b/iu.test(sentence))
  const steps = sentences.slice(Math.max(0, from)).filter((sentence) => opening.test(sentence))
  const last = steps.at(-1) ?? ''
  if (from < 0 || !/^(finally|lastly|last)\b/iu.test(last)) return []
  return [
    {
      heading: passage.heading_path.at(-1) ?? null,
      steps: steps.map((text) => ({ text, passage_id: passage.id })),
    },
  ]
}

const saysNothing =
  /^(what (to|you) do|steps?|instructions?|method|procedure|tasks?|activit(y|ies)|homework)\b/iu

/** The heading as a name for the steps; null where it does not say what they are for. */
function tellingHeading(heading: string | null): string | null {
  return heading === null || heading.length > 80 || saysNothing.test(heading) ? null : unstopped(heading)
}

/** A step without its number or its "First," which would give its place away. */
function bare(text: string): string {
  return sentenceCase(
    text
      .trim()
      .replace(/^(step\s*)?\d+\s*[.):]\s*/iu, '')
      .replace(opening, ''),
  )
}

/** The place of each step from 1; steps that read alike share one. */
function placesOf(steps: readonly CitedText[]): number[] {
  const texts = steps.map(({ text }) => normaliseText(bare(text)))
  return texts.map(
    (text) => 1 + texts.findIndex((other) => other === text || textSimilarity(other, text) >= ALIKE),
  )
}

function orderSteps(workshop: Workshop, list: StepList, chance: Chance): Draft | null {
  const places = placesOf(list.steps)
  const items = list.steps.map(({ text }, index) => ({
    id: partId(chance),
    text: bare(text),
    correct_position: places[index] ?? index + 1,
  }))
  const sources = atMostThree(
    list.steps.map(({ text, passage_id }) => cite(workshop.passages, passage_id, [text])),
  )
  if (sources.length === 0) return null
  const heading = tellingHeading(list.heading)
  return {
    stem: heading
      ? `Put the steps for ${literalMarkdown(quoted(heading))} in order. Put the first step at the top.`
      : 'Put the steps in order. Put the first step at the top.',
    content: {
      items: chance.shuffled(items),
      allow_ties: new Set(places).size < items.length,
    },
    hint: 'Find the step that must come first. Then find the step that must come last.',
    feedback: {
      correct: 'Yes. Each step follows the step before it.',
      partial: 'Nearly. Check which step comes next.',
      incorrect: 'Not quite. Find the step that must come first.',
    },
    sources,
  }
}
