import type { Cited, ExistingQuestion } from '../reading.ts'
import { linesOf } from './lines.ts'
import { cite, type Placed } from './place.ts'

interface Line {
  placed: Placed
  text: string
  depth: number
  isListItem: boolean
}

const mostOptions = 6
const fewestOptions = 2

/** Questions that stand in the document already, with their options and answer. A bare question is none. */
export function findExistingQuestions(document: Placed[]): ExistingQuestion[] {
  const lines = document.flatMap(textLines)
  const found: ExistingQuestion[] = []
  for (let at = 0; at < lines.length; ) {
    const read = questionAt(lines, at)
    if (read !== null) found.push(read.question)
    at += read?.taken ?? 1
  }
  return found
}

function textLines(placed: Placed): Line[] {
  const { block } = placed
  if (block.kind === 'table_row' && !block.hidden) {
    const cells = block.cells.flatMap(linesOf)
    return cells.map((text) => ({ placed, text, depth: 0, isListItem: false }))
  }
  if (block.kind !== 'paragraph' && block.kind !== 'list_item' && block.kind !== 'heading') return []
  const depth = block.kind === 'list_item' ? block.depth : 0
  return linesOf(block.text).map((text) => ({ placed, text, depth, isListItem: block.kind === 'list_item' }))
}

function questionAt(lines: Line[], start: number): { question: ExistingQuestion; taken: number } | null {
  const first = lines[start]
  const opened = first === undefined ? null : stemOf(first.text)
  if (first === undefined || opened === null) return null
  const stem = cite(first.placed, opened.stem)
  if (opened.answer !== null) {
    const answer = { text: opened.answer, option: null, ord: cite(first.placed, opened.answer).ord }
    return { question: { stem, options: [], answer }, taken: 1 }
  }
  const options: Option[] = []
  let answer: ExistingQuestion['answer'] = null
  let at = start + 1
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line
    const answered = answerOf(line.text)
    if (answered !== null) {
      answer = answerAmong(options, answered, line.placed)
      at += 1
      break
    }
    const option = options.length < mostOptions ? optionOf(line, first, options.length) : null
    if (option === null) break
    options.push(option)
  }
  const marked = options.findIndex(({ isMarked }) => isMarked)
  const markedOption = options[marked]
  if (answer === null && markedOption !== undefined) {
    answer = { text: markedOption.cited.text, option: marked, ord: markedOption.cited.ord }
  }
  const complete = options.length >= fewestOptions || (options.length === 0 && answer !== null)
  if (!complete) return null
  return { question: { stem, options: options.map(({ cited }): Cited => cited), answer }, taken: at - start }
}

function stemOf(line: string): { stem: string; answer: string | null } | null {
  const text = line.replace(/^(?:(?:question|q)\s*\d*\s*[.:)]\s*|\d{1,2}[.)]\s+)/i, '')
  const [, stem, answer] =
    /^(.{6,300}?\?)\s*[([]?(?:answer|ans|a)\s*[:.=]\s*(.{1,200}?)[)\]]?$/i.exec(text) ?? []
  if (stem !== undefined && answer !== undefined) return { stem, answer }
  const isQuestion = /^.{6,300}\?(?:\s*[([]\d+ marks?[)\]])?$/i.test(text)
  return isQuestion ? { stem: text, answer: null } : null
}

function answerOf(line: string): string | null {
  return /^(?:correct )?(?:answer|ans)\s*[:.=–-]\s*(\S.*)$/i.exec(line)?.[1]?.trim() ?? null
}

interface Option {
  cited: Cited
  letter: string | null
  isMarked: boolean
}

/** "A) text", or an item one level under the question; a tick, a star or "(correct)" marks the key. */
function optionOf(line: Line, stem: Line, position: number): Option | null {
  const lettered = /^[([]?([A-F])[.)\]:]\s*(\S.*)$/i.exec(line.text)
  const letter = lettered?.[1]?.toUpperCase() ?? null
  const isNext = letter === 'ABCDEF'[position]
  const isNested = line.isListItem && (line.depth > stem.depth || !stem.isListItem)
  if (!isNext && !isNested) return null
  const written = isNext ? (lettered?.[2] ?? '') : line.text
  if (written.endsWith('?') || written === '') return null
  const text = written.replace(/^[✓✔*]\s*|\s*(?:[✓✔]|\*+|\((?:correct|right)(?: answer)?\))$/gi, '')
  return {
    cited: cite(line.placed, text),
    letter: letter ?? 'ABCDEF'[position] ?? null,
    isMarked: text !== written,
  }
}

function answerAmong(options: Option[], answered: string, placed: Placed): ExistingQuestion['answer'] {
  const letter = /^[([]?([A-F])(?:[.)\]:\s]|$)/i.exec(answered)?.[1]?.toUpperCase()
  const option = options.findIndex(
    ({ cited, letter: own }) =>
      cited.text.toLowerCase() === answered.toLowerCase() || (letter !== undefined && own === letter),
  )
  return { text: answered, option: option < 0 ? null : option, ord: cite(placed, answered).ord }
}
