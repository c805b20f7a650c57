import { measureReadability } from '@waymark/science/marking/readability.ts'
import { containsWords, normaliseText } from '@waymark/science/marking/text.ts'
import { error, type Finding, warning } from './finding.ts'
import type { GateContext } from './gate-context.ts'
import { isGenerated, type Question } from './question.ts'
import { kindOf } from './registry.ts'
import { codeLines, negativeWords, sentences, withoutCode } from './wording.ts'

const longestSentence = 20

/** The language of what a student reads before answering: literal, short, with the form of the answer said. */
export function stemFindings(question: Question, context: GateContext): Finding[] {
  return [
    ...answerForm(question),
    ...negative(question),
    ...code(question),
    ...longSentences(question),
    ...readingAge(question, context),
  ]
}

function answerForm(question: Question): Finding[] {
  if (!question.language.startsWith('en')) return []
  const { cues, sentence } = kindOf(question).answerForm
  const stem = normaliseText(question.stem)
  if (cues.some((cue) => containsWords(stem, cue))) return []
  return [warning('answer_form', '/stem', `Say the form of the answer, for example "${sentence}"`)]
}

function negative(question: Question): Finding[] {
  const [word] = negativeWords(question.stem)
  if (word === undefined) return []
  const found = isGenerated(question) ? error : warning
  return [found('negative_stem', '/stem', `Ask for what is so, without "${word}".`)]
}

function code(question: Question): Finding[] {
  const lines = codeLines(question.stem)
  if (lines <= 10) return []
  const found = lines > 25 ? error : warning
  return [found('long_code', '/stem', `The code has ${lines} lines; keep to 10.`)]
}

/** Every text that is read before answering, with its pointer. */
function textsRead(question: Question): { pointer: string; text: string }[] {
  const own = kindOf(question)
    .authoredTexts(question.content)
    .filter(({ role }) => role === 'option' || role === 'passage')
  return [
    { pointer: '/stem', text: question.stem },
    ...own.map(({ pointer, text }) => ({ pointer: `/content${pointer}`, text })),
  ]
}

function longSentences(question: Question): Finding[] {
  const hint = question.hint === null ? [] : [{ pointer: '/hint', text: question.hint }]
  return [...textsRead(question), ...hint].flatMap(({ pointer, text }) => {
    const longest = Math.max(0, ...sentences(text).map((words) => words.length))
    if (longest <= longestSentence) return []
    return [
      warning('long_sentence', pointer, `One sentence has ${longest} words; keep to ${longestSentence}.`),
    ]
  })
}

/** Judged from 30 words on: shorter texts give no steady figure. */
function readingAge(question: Question, { yearGroup, vocabulary }: GateContext): Finding[] {
  if (yearGroup === null) return []
  const text = textsRead(question)
    .map((one) => withoutCode(one.text))
    .join('\n')
  const { words, age } = measureReadability(text, vocabulary)
  if (words < 30 || age === null || age <= yearGroup + 6) return []
  const message = `This reads like a text for age ${Math.round(age)}. Use shorter sentences and words.`
  return [warning('reading_age', '/stem', message)]
}
