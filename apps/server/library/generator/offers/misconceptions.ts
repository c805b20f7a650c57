import type { Chance } from '../chance.ts'
import { atMostThree, cite } from '../citing.ts'
import { STANDS_OUT } from '../glossary.ts'
import type { CitedText, Draft, Lesson, Offer } from '../lesson.ts'
import {
  hasShortSentences,
  listed,
  quoted,
  readable,
  sentenceCase,
  splitSentences,
  unstopped,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'

type Pair = { id: string; belief: CitedText; correction: CitedText }

/** A belief and its correction become a choice between sentences, or a sentence to judge. */
export function misconceptionOffers(workshop: Workshop): Offer[] {
  const pairs = workshop.lesson.misconceptions.filter(isUsable)
  return pairs.flatMap((pair): Offer[] => {
    const about = `${pair.belief.text} ${pair.correction.text}`
    const common = {
      kind: 'multiple_choice',
      subjects: [`belief-${slug(pair.belief.text)}`],
      about,
      objectives: workshop.objectivesOf(about, pair.belief.passage_id),
      telling: true,
    }
    return [
      {
        ...common,
        id: `multiple_choice/belief/${slug(pair.belief.text)}`,
        levels: [2, 4],
        write: (_place, chance) => chooseTruth(workshop, pair, pairs, chance),
      },
      {
        ...common,
        id: `true_false/belief/${slug(pair.belief.text)}`,
        levels: [1, 2],
        write: (_place, chance) => judge(workshop, pair, chance),
      },
    ]
  })
}

/** Without a correction there is nothing to teach when the belief is chosen. */
function isUsable(one: Lesson['misconceptions'][number]): one is Pair {
  return one.correction !== null && [one.belief.text, one.correction.text].every(hasShortSentences)
}

const sources = (workshop: Workshop, { belief, correction }: Pair) =>
  atMostThree([
    cite(workshop.passages, belief.passage_id, [unstopped(belief.text)]),
    cite(workshop.passages, correction.passage_id, [unstopped(correction.text)]),
  ])

const sentence = (text: string): string => `${sentenceCase(unstopped(text))}.`

const commonBelief =
  'Not quite. Many people believe the sentence at first. Compare the sentence with the lesson.'

function corrected(workshop: Workshop, pair: Pair): string {
  return readable(workshop.glossary, `Not quite. ${sentence(pair.correction.text)}`, commonBelief)
}

function chooseTruth(workshop: Workshop, pair: Pair, pairs: readonly Pair[], chance: Chance): Draft | null {
  const cited = sources(workshop, pair)
  if (cited.length < 1) return null
  const others = chance.shuffled(pairs.filter((other) => other !== pair)).slice(0, 2)
  const beliefs = [pair, ...others]
  const options = [
    { id: partId(chance), text: truthBeside(pair, beliefs), is_correct: true },
    ...beliefs.map((one) => ({
      id: partId(chance),
      text: sentence(one.belief.text),
      is_correct: false,
      misconception_id: one.id,
      // The correction of this very belief is the key: it must not be told while it can still be found.
      feedback: one === pair ? commonBelief : corrected(workshop, one),
    })),
  ]
  return {
    stem: `${askFor(workshop, beliefs)} Select ONE answer.`,
    content: { options: chance.shuffled(options) },
    hint: 'Read each sentence and compare it with what you saw in the lesson.',
    feedback: { ...truthFeedback(workshop, pair), incorrect: commonBelief },
    sources: cited,
  }
}

const MOST_NAMED = 3

/** Names what all the sentences are about, so that the one that is true does not stand out. */
function askFor({ glossary }: Workshop, beliefs: readonly Pair[]): string {
  const terms = beliefs.map((one) => glossary.heldBy(`${one.belief.text} ${one.correction.text}`)[0]?.term)
  const named = [...new Set(terms.flatMap((term) => (term === undefined ? [] : [quoted(term)])))]
  if (terms.includes(undefined) || named.length > MOST_NAMED) return 'Which sentence is true?'
  return `Which sentence about ${literalMarkdown(listed(named))} is true?`
}

/** The correction, or its first sentence alone where the whole would stand out beside the beliefs. */
function truthBeside({ correction }: Pair, beliefs: readonly Pair[]): string {
  const mean = beliefs.reduce((sum, { belief }) => sum + belief.text.length, 0) / beliefs.length
  const [first = correction.text] = splitSentences(correction.text)
  return sentence(correction.text.length < STANDS_OUT * mean ? correction.text : first)
}

/** The preset true_false; chance decides which of the two sentences is shown. */
function judge(workshop: Workshop, pair: Pair, chance: Chance): Draft | null {
  const cited = sources(workshop, pair)
  if (cited.length < 1) return null
  const showsTruth = chance.whole(2) === 1
  const [shown = ''] = splitSentences(showsTruth ? pair.correction.text : pair.belief.text)
  return {
    preset: 'true_false',
    stem: `Read the sentence: ${literalMarkdown(quoted(shown))}.\n\nIs the sentence true? Select True or False.`,
    content: {
      options: [
        choice('true', 'True', showsTruth, workshop, pair),
        choice('false', 'False', !showsTruth, workshop, pair),
      ],
      shuffle_options: false,
    },
    hint: 'Look at each word of the sentence and compare it with the lesson.',
    feedback: truthFeedback(workshop, pair),
    sources: cited,
  }
}

function choice(id: string, text: string, isCorrect: boolean, workshop: Workshop, pair: Pair) {
  const option = { id, text, is_correct: isCorrect }
  return isCorrect ? option : { ...option, misconception_id: pair.id, feedback: corrected(workshop, pair) }
}

function truthFeedback(workshop: Workshop, pair: Pair): Draft['feedback'] {
  return {
    correct: readable(
      workshop.glossary,
      `Yes. ${sentence(pair.correction.text)}`,
      'Yes. You know what many people mix up at first.',
    ),
    incorrect: corrected(workshop, pair),
  }
}
