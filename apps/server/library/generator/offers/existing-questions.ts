import type { Chance } from '../chance.ts'
import { atMostThree, cite } from '../citing.ts'
import type { Draft, Lesson, Offer } from '../lesson.ts'
import {
  countWords,
  hasShortSentences,
  safeHint,
  sentenceCase,
  unstopped,
  wordCountText,
} from '../wording.ts'
import { literalMarkdown, partId, slug, type Workshop } from '../workshop.ts'

type Existing = Lesson['existing_questions'][number]
type Answered = Existing & { answer: NonNullable<Existing['answer']> }

const MOST_OPTIONS = 4
const LONGEST_ANSWER_WORDS = 5
const LONGEST_ANSWER = 100

/** A question the teacher wrote with its answer is taken as it stands. */
export function existingQuestionOffers(workshop: Workshop): Offer[] {
  const answered = workshop.lesson.existing_questions.filter(
    (one): one is Answered => one.answer !== null && hasShortSentences(one.stem.text),
  )
  return answered.flatMap((one): Offer[] => {
    const about = [one.stem.text, one.answer.text, ...one.options.map(({ text }) => text)].join(' ')
    const common = {
      subjects: [`asked-${slug(one.stem.text)}`],
      about,
      objectives: workshop.objectivesOf(about, one.stem.passage_id),
      telling: true,
    }
    if (one.answer.option !== null && one.options.length >= 2 && one.options.length <= MOST_OPTIONS) {
      return [
        {
          ...common,
          id: `multiple_choice/asked/${slug(one.stem.text)}`,
          kind: 'multiple_choice',
          levels: [1, 4],
          write: (_place, chance) => choose(workshop, one, chance),
        },
      ]
    }
    const isShort =
      countWords(one.answer.text) <= LONGEST_ANSWER_WORDS && one.answer.text.length <= LONGEST_ANSWER
    if (one.options.length > 0 || !isShort) return []
    return [
      {
        ...common,
        id: `text_input/asked/${slug(one.stem.text)}`,
        kind: 'text_input',
        levels: [2, 4],
        write: () => write(workshop, one),
      },
    ]
  })
}

function stemOf({ stem }: Answered): string {
  const text = stem.text.trim().replace(/^(q(uestion)?\s*)?\d+\s*[.):]\s*/iu, '')
  return literalMarkdown(/[.?!:]$/u.test(text) ? text : `${text}.`)
}

/** An answer that only names an option by its letter is no quote. */
const sources = (workshop: Workshop, { stem, answer }: Answered) =>
  atMostThree([
    cite(workshop.passages, stem.passage_id, [stem.text]),
    answer.option === null ? cite(workshop.passages, answer.passage_id, [answer.text]) : null,
  ])

const feedback: Draft['feedback'] = {
  correct: 'Yes. That is the right answer.',
  incorrect: 'Not quite. Read the question again and look for its key word.',
}

function choose(workshop: Workshop, one: Answered, chance: Chance): Draft | null {
  const cited = sources(workshop, one)
  if (cited.length === 0) return null
  return {
    stem: `${stemOf(one)} Select ONE answer.`,
    content: {
      options: one.options.map(({ text }, index) => {
        const option = {
          id: partId(chance),
          text: sentenceCase(text.trim()),
          is_correct: index === one.answer.option,
        }
        return option.is_correct
          ? option
          : { ...option, feedback: 'Not quite. Compare the answer with what you saw in the lesson.' }
      }),
    },
    hint: safeHint(
      [one.answer.text],
      'Look for the key word in the question.',
      'Read all of the answers first.',
    ),
    feedback,
    sources: cited,
  }
}

function write(workshop: Workshop, one: Answered): Draft | null {
  const cited = sources(workshop, one)
  if (cited.length === 0) return null
  const answer = unstopped(one.answer.text)
  return {
    stem: `${stemOf(one)} Write ${wordCountText(answer)}.`,
    content: { accepted_answers: [{ text: answer, fraction: 1 }], max_typos: 1 },
    hint: safeHint([answer], 'Look for the key word in the question.', 'Read all of the question first.'),
    feedback,
    sources: cited,
  }
}
