import { containsWords, normaliseText } from '@waymark/science/marking/text.ts'
import { error, type Finding, warning } from './finding.ts'
import type { OptionList } from './kind.ts'
import { isGenerated, type Question } from './question.ts'
import { kindOf } from './registry.ts'

/** Whether the key is hidden where it must be and does not stand out where it is shown. */
export function keyFindings(question: Question): Finding[] {
  const kind = kindOf(question)
  const lists = kind.optionLists(question.content)
  return [
    ...tellTale(question),
    ...lists.flatMap((list) => [
      ...countFindings(question, list),
      ...catchAlls(question, list),
      ...unexplained(question, list),
      ...standingOut(list),
    ]),
  ]
}

function tellTale(question: Question): Finding[] {
  const accepted = kindOf(question)
    .authoredTexts(question.content)
    .filter(({ role }) => role === 'accepted')
    .map(({ text }) => text)
  const told = (text: string) => {
    const plain = normaliseText(text)
    return accepted.find((answer) => containsWords(plain, normaliseText(answer)))
  }
  const found: Finding[] = []
  const inHint = question.hint === null ? undefined : told(question.hint)
  if (inHint !== undefined) {
    found.push(error('hint_tells_answer', '/hint', `The hint contains an accepted answer: "${inHint}".`))
  }
  for (const [index, media] of question.media.entries()) {
    const inAlt = told(`${media.alt ?? ''}\n${media.long_description ?? ''}`)
    if (inAlt !== undefined) {
      const message = `The description of the picture contains an accepted answer: "${inAlt}".`
      found.push(error('alt_tells_answer', `/media/${index}/alt`, message))
    }
  }
  return found
}

/** Imports may keep what they came with; a generator offers at most four, an author as many as the kind says. */
function countFindings(question: Question, { pointer, most, options }: OptionList): Finding[] {
  if (most === null || options.length <= 4) return []
  const at = `/content${pointer}`
  const tooMany = options.length > most && question.origin !== 'import'
  if (tooMany || isGenerated(question)) {
    const limit = isGenerated(question) ? 4 : most
    return [error('too_many_options', at, `Offer at most ${limit} options; there are ${options.length}.`)]
  }
  return [warning('too_many_options', at, 'More than four options are hard to hold in mind.')]
}

const catchAll = /\b(all|none|both|neither) of (the above|these|them)\b|\b(all|none) are (right|correct)\b/i

function catchAlls(question: Question, { pointer, options }: OptionList): Finding[] {
  const found = isGenerated(question) ? error : warning
  return options.flatMap(({ text }, index) =>
    catchAll.test(text)
      ? [
          found(
            'catch_all_option',
            `/content${pointer}/${index}`,
            `Replace "${text}" by an option that says something.`,
          ),
        ]
      : [],
  )
}

function unexplained(question: Question, { pointer, options }: OptionList): Finding[] {
  const found = isGenerated(question) ? error : warning
  return options.flatMap(({ text, isCorrect, explained }, index) => {
    if (isCorrect || explained) return []
    const message = `Say in a feedback or a misconception why someone may choose "${text}".`
    return [found('distractor_unexplained', `/content${pointer}/${index}`, message)]
  })
}

/** A right option half as long again as the others gives itself away. */
function standingOut({ pointer, options }: OptionList): Finding[] {
  const others = options.filter(({ isCorrect }) => !isCorrect)
  if (others.length === 0) return []
  const mean = others.reduce((total, { text }) => total + text.length, 0) / others.length
  return options.flatMap(({ text, isCorrect }, index) =>
    isCorrect && text.length >= 1.5 * mean
      ? [
          warning(
            'key_stands_out',
            `/content${pointer}/${index}`,
            'This option is much longer than the others.',
          ),
        ]
      : [],
  )
}
