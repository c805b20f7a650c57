import type { AuthoredText, OptionList } from '../kind.ts'
import { optionList, optionTexts } from '../option-lists.ts'
import { modelText, textKeyTexts } from '../text-key.ts'
import type { Answer } from './answer.ts'
import type { Content, Gap } from './content.ts'
import { splitAtGaps } from './student.ts'

/** The words that stand in the gaps, in running text; an empty gap shows as a line. */
export function filledText(content: Content, answer: Answer): string {
  const given = new Map(Object.entries(answer.gaps))
  const gaps = new Map(content.gaps.map((gap) => [gap.id, gap]))
  return splitAtGaps(content.text)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const gap = gaps.get(piece.gap)
      return `[${gap ? givenText(content, gap, given.get(gap.id) ?? '') : ''}]`
    })
    .join('')
}

function givenText(content: Content, gap: Gap, given: string): string {
  if (given.trim() === '') return '___'
  if (gap.input === 'typed') return given
  const words = gap.input === 'select' ? gap.options : content.bank
  return words.find((word) => word.id === given)?.text ?? given
}

export function modelAnswer(content: Content): Answer {
  return { gaps: Object.fromEntries(content.gaps.map((gap) => [gap.id, modelOf(gap)])) }
}

function modelOf(gap: Gap): string {
  if (gap.input === 'typed') return modelText(gap)
  if (gap.input === 'select') return gap.options.find((option) => option.is_correct)?.id ?? ''
  return gap.words.find((word) => word.fraction === 1)?.word ?? ''
}

/** The model answer with one gap filled by something that is worth less there. */
export function lesserAnswers(content: Content): Answer[] {
  const model = modelAnswer(content)
  return content.gaps.flatMap((gap) =>
    lesserFillings(content, gap).map((filling) => ({ gaps: { ...model.gaps, [gap.id]: filling } })),
  )
}

function lesserFillings(content: Content, gap: Gap): string[] {
  if (gap.input === 'typed') return gap.rejected_answers.map((one) => one.text)
  if (gap.input === 'select') return gap.options.filter((one) => !one.is_correct).map((one) => one.id)
  const full = new Set(gap.words.filter((one) => one.fraction === 1).map((one) => one.word))
  return content.bank.filter((word) => !full.has(word.id)).map((word) => word.id)
}

export function authoredTexts(content: Content): AuthoredText[] {
  const bank = content.bank.map(
    (word, index): AuthoredText => ({ pointer: `/bank/${index}/text`, text: word.text, role: 'option' }),
  )
  const gaps = content.gaps.flatMap((gap, index) => gapTexts(content, gap, `/gaps/${index}`))
  const plain = splitAtGaps(content.text)
    .map((piece) => ('text' in piece ? piece.text : '___'))
    .join('')
  return [{ pointer: '/text', text: plain, role: 'passage' }, ...gaps, ...bank]
}

function gapTexts(content: Content, gap: Gap, at: string): AuthoredText[] {
  if (gap.input === 'typed') return textKeyTexts(at, gap)
  if (gap.input === 'select') return optionTexts(`${at}/options`, gap.options, 'feedback')
  return gap.words.flatMap((one, index) => {
    const word = content.bank.find(({ id }) => id === one.word)
    const texts: AuthoredText[] = []
    const pointer = `${at}/words/${index}`
    if (word && one.fraction > 0) texts.push({ pointer, text: word.text, role: 'accepted' })
    if (one.feedback) texts.push({ pointer: `${pointer}/feedback`, text: one.feedback, role: 'feedback' })
    return texts
  })
}

/** The pick-lists, and the bank, whose words are right when some gap gives them credit. */
export function optionLists(content: Content): OptionList[] {
  const lists = content.gaps.flatMap((gap, index) =>
    gap.input === 'select' ? [optionList(`/gaps/${index}/options`, gap.options, 8)] : [],
  )
  if (content.bank.length === 0) return lists
  const uses = content.gaps.flatMap((gap) => (gap.input === 'bank' ? gap.words : []))
  const options = content.bank.map((word) => {
    const own = uses.filter((one) => one.word === word.id)
    return {
      text: word.text,
      isCorrect: own.some((one) => one.fraction > 0),
      explained: own.some((one) => one.feedback !== undefined || one.misconception_id !== undefined),
    }
  })
  return [...lists, { pointer: '/bank', most: null, options }]
}
