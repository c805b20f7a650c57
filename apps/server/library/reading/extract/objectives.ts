import type { Cited } from '../reading.ts'
import { cueOf, splitCue } from './cues.ts'
import { likeness, linesOf, stripBullet, wordCount } from './lines.ts'
import { cite, type Placed } from './place.ts'
import { sectionsOf } from './sections.ts'
import { cellsAfterCue } from './table-cells.ts'

const shortest = 10
const mostParagraphs = 8
const longestWords = 45

/** The learning objectives of the document, in order, each once. */
export function findObjectives(document: Placed[]): Cited[] {
  const found = [...inSections(document), ...inTables(document), ...inSingleLines(document)]
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.ord - b.ord)
    .filter(({ text }) => {
      const key = likeness(text)
      const isNew = text.length > shortest && !seen.has(key)
      seen.add(key)
      return isNew
    })
}

function inSections(document: Placed[]): Cited[] {
  return sectionsOf(document, 'objectives').flatMap(({ members }) => {
    const texts = members.filter(({ block }) => block.kind === 'list_item' || block.kind === 'paragraph')
    const start = texts.findIndex(({ block }) => block.kind === 'list_item')
    // A list says where the objectives are; the paragraphs around it only introduce them.
    const chosen = start >= 0 ? listFrom(texts, start) : texts.slice(0, mostParagraphs)
    return chosen.flatMap((placed) => linesOf(textOf(placed)).flatMap((line) => objectiveIn(placed, line)))
  })
}

function listFrom(texts: Placed[], start: number): Placed[] {
  const end = texts.findIndex(({ block }, at) => at > start && block.kind !== 'list_item')
  return texts.slice(start, end < 0 ? undefined : end)
}

function inTables(document: Placed[]): Cited[] {
  return cellsAfterCue(document, 'objectives').flatMap(({ placed, lines }) =>
    lines.flatMap((line) => objectiveIn(placed, line)),
  )
}

/** "Learning objective: …", "I can …", "Pupils will be able to …" wherever they open a line. */
function inSingleLines(document: Placed[]): Cited[] {
  return document.flatMap((placed) => {
    const { block } = placed
    if (block.kind !== 'paragraph' && block.kind !== 'list_item' && block.kind !== 'heading') return []
    return linesOf(block.text).flatMap((line) => {
      if (cueOf(line) !== null) return []
      const plain = stripBullet(line)
      const announced = splitCue(plain)
      if (announced?.cue === 'objectives') return objectiveIn(placed, announced.rest)
      const isList = block.kind === 'list_item'
      return isStatement(plain, isList) ? objectiveIn(placed, plain) : []
    })
  })
}

function objectiveIn(placed: Placed, line: string): Cited[] {
  const text = stripLeadIn(stripBullet(line))
  if (cueOf(line) !== null || wordCount(text) > longestWords || text.endsWith('?')) return []
  return [cite(placed, text)]
}

const people = '(?:you|pupils|students|learners|we|children|all|most|some)'
const leadIns = [
  new RegExp(
    `^by the end(?: of (?:this|the|today.s) [\\w ]{3,30}?)?,? (?:(?:all|most|some) )?${people} (?:will|should|must|can|could)(?: be able to)? `,
    'i',
  ),
  new RegExp(
    `^(?:(?:all|most|some) )?(?:${people}|i) (?:(?:will|should|must|could) (?:be able to|learn (?:how )?to)|will|should|must|could) `,
    'i',
  ),
  /^(?:today )?we are learning (?:how )?to /i,
  /^(?:today )?we are learning (?:about )?/i,
  /^i can /i,
  /^to be able to /i,
]

/** The statement without the words that only announce it: what remains begins with its verb. */
function stripLeadIn(text: string): string {
  for (const leadIn of leadIns) {
    const rest = text.replace(leadIn, '')
    if (rest !== text) return rest
  }
  return text
}

const outcomeVerbs =
  'know|understand|learn|recognise|recognize|identify|explain|describe|define|state|name|convert|calculate|compare|apply|evaluate|analyse|recall|predict|trace|debug|represent|distinguish|interpret'

const statements = [
  /^by the end of (?:this|the|today.s) (?:lesson|unit|session|topic|module|week|course|half term)\b.{0,40}\b(?:will|should|can|must)\b/i,
  /^(?:today )?we are learning (?:to|how to|about) /i,
  new RegExp(`^(?:(?:all|most|some) )?${people} (?:will|should|must|could) be able to `, 'i'),
  new RegExp(`^(?:(?:all|most|some) )?${people} (?:will|should|must|could) (?:${outcomeVerbs}) `, 'i'),
]

function isStatement(line: string, isList: boolean): boolean {
  const words = wordCount(line)
  if (words > longestWords || /[?"”]$/.test(line)) return false
  if (/^i can /i.test(line)) return isList || words <= 25
  return statements.some((statement) => statement.test(line))
}

function textOf({ block }: Placed): string {
  return block.kind === 'list_item' || block.kind === 'paragraph' ? block.text : ''
}
