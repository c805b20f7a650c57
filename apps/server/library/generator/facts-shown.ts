import type { Question } from '@waymark/questions/question.ts'
import { kindOf } from '@waymark/questions/registry.ts'
import type { Lesson } from './lesson.ts'
import { splitSentences } from './wording.ts'

/** Fewer words stand in many sentences by chance. */
const FEWEST_WORDS = 3

/**
 * Finds what of a lesson the words of a question show before it is answered: the meaning of a term, a common
 * belief or its correction. Two questions that show the same give each other's answer away: the one names the
 * term that the other asks for, or settles the sentence that the other asks to judge.
 */
export function factsShownBy(lesson: Lesson): (question: Question) => ReadonlySet<string> {
  const facts = [
    ...lesson.vocabulary.map(({ term, definition }) => ({
      id: `term ${plain(term)}`,
      text: plain(definition),
    })),
    ...lesson.misconceptions.flatMap(({ id, belief, correction }) =>
      [belief, correction].flatMap((side) => {
        const [first = ''] = splitSentences(side?.text ?? '')
        return [{ id: `belief ${id}`, text: plain(first) }]
      }),
    ),
  ].filter(({ text }) => text.split(' ').length >= FEWEST_WORDS)
  return (question) => {
    const shown = ` ${plain(textShown(question))} `
    return new Set(facts.filter(({ text }) => shown.includes(` ${text} `)).map(({ id }) => id))
  }
}

/** Stem, running text and options: all that is read before answering. */
function textShown(question: Question): string {
  const texts = kindOf(question)
    .authoredTexts(question.content)
    .filter(({ role }) => role === 'option' || role === 'passage')
  return [question.stem, ...texts.map(({ text }) => text)].join('\n')
}

/** Words alone: a quotation may have other quotes, capitals or signs of Markdown than its source. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
