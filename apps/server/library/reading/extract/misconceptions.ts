import type { Cited, Misconception } from '../reading.ts'
import { cueOf, splitCue } from './cues.ts'
import { likeness, linesOf, stripBullet, wordCount } from './lines.ts'
import { cite, type Placed } from './place.ts'
import { sectionsOf } from './sections.ts'
import { cellsAfterCue, headsColumn, type Row, tablesOf } from './table-cells.ts'

const fewestWords = 3

/** What students may wrongly believe, with the correction where the document gives one. */
export function findMisconceptions(document: Placed[]): Misconception[] {
  const found = [...inColumns(document), ...inSections(document), ...inCells(document), ...inLines(document)]
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.belief.ord - b.belief.ord)
    .filter(({ belief }) => {
      const key = likeness(belief.text)
      const isNew = !seen.has(key) && wordCount(key) >= fewestWords
      seen.add(key)
      return isNew
    })
}

/** The column of beliefs in a table's first row, and that of corrections or else the next one. */
function columnsOf(rows: Row[]): { belief: number; correction: number } | null {
  const header = rows[0]?.cells ?? []
  const belief = header.findIndex((cell) => cueOf(cell) === 'misconceptions')
  if (belief < 0 || !headsColumn(rows, 0, belief)) return null
  const named = header.findIndex((cell) => cueOf(cell) === 'corrections')
  return { belief, correction: named >= 0 ? named : belief + 1 }
}

function inColumns(document: Placed[]): Misconception[] {
  return tablesOf(document).flatMap((rows) => {
    const columns = columnsOf(rows)
    if (columns === null) return []
    return rows
      .slice(1)
      .flatMap(({ placed, cells }) =>
        pair(placed, cells[columns.belief] ?? '', placed, cells[columns.correction] ?? ''),
      )
  })
}

function inSections(document: Placed[]): Misconception[] {
  return sectionsOf(document, 'misconceptions').flatMap(({ members }) => {
    const found: Misconception[] = []
    for (const placed of members) {
      const { block } = placed
      if (block.kind === 'table_row') {
        if (!block.cells.some((cell) => cueOf(cell) !== null)) {
          found.push(...pair(placed, block.cells[0] ?? '', placed, block.cells[1] ?? ''))
        }
      } else if (block.kind === 'list_item' || block.kind === 'paragraph') {
        addLines(found, placed, linesOf(block.text), block.kind === 'list_item')
      }
    }
    return found
  })
}

function inCells(document: Placed[]): Misconception[] {
  return tablesOf(document).flatMap((rows) => {
    if (columnsOf(rows) !== null) return []
    const found: Misconception[] = []
    for (const { placed, lines } of cellsAfterCue(
      rows.map((row) => row.placed),
      'misconceptions',
    )) {
      addLines(found, placed, lines, true)
    }
    return found
  })
}

/** "Misconception: …" on a line of its own, its correction in the same line or the next. */
function inLines(document: Placed[]): Misconception[] {
  const found: Misconception[] = []
  document.forEach((placed, index) => {
    const { block } = placed
    if (block.kind !== 'paragraph' && block.kind !== 'list_item' && block.kind !== 'notes') return
    const lines = linesOf(block.text)
    const opens = splitCue(stripBullet(lines[0] ?? ''))?.cue === 'misconceptions'
    if (!opens) return
    addLines(found, placed, lines, true)
    const next = document[index + 1]
    if (lines.length === 1 && next !== undefined && next.block.kind === block.kind) {
      const [line = ''] = linesOf(next.block.text)
      if (splitCue(stripBullet(line))?.cue === 'corrections') addLines(found, next, [line], false)
    }
  })
  return found
}

/** Reads lines as beliefs, with corrections in the line or in a following line that says so. */
function addLines(found: Misconception[], placed: Placed, lines: string[], mayOpen: boolean): void {
  for (const raw of lines) {
    const line = stripBullet(raw)
    const announced = splitCue(line)
    const last = found.at(-1)
    if (announced?.cue === 'corrections' && last !== undefined) {
      if (last.correction === null) last.correction = cite(placed, announced.rest)
      continue
    }
    const text = announced?.cue === 'misconceptions' ? announced.rest : line
    const { belief, correction } = splitBelief(text)
    // A paragraph before the list introduces it; only what carries its own correction is a belief there.
    if (mayOpen || correction !== null || announced?.cue === 'misconceptions') {
      found.push(...pair(placed, belief, placed, correction ?? ''))
    }
  }
}

const turns = [
  /[\s(]*\b(?:corrections?|correct idea|reality|truth|fact)\s*:\s+/i,
  /\s*(?:→|->|=>|➔|⇒)\s*/,
  /(?<=[.!;,”"’'])\s+(?=(?:in fact|actually|in reality|in truth|really|instead)\b,?)/i,
  /\s+[–—]\s+/,
]

function splitBelief(text: string): { belief: string; correction: string | null } {
  for (const turn of turns) {
    const at = turn.exec(text)
    if (at === null || at.index === 0) continue
    const correction = text
      .slice(at.index + at[0].length)
      .replace(/^(?:in fact|actually|in reality|in truth),?\s+/i, '')
    if (wordCount(correction) >= 2) return { belief: text.slice(0, at.index), correction }
  }
  return { belief: text, correction: null }
}

const thinking =
  /^(?:(?:some|many|most) )?(?:pupils|students|learners|they|children)(?: (?:may|might|can|will|often|sometimes|commonly))* (?:think|believe|say|assume|expect)(?: that)? /i

function pair(placed: Placed, rawBelief: string, from: Placed, rawCorrection: string): Misconception[] {
  const belief = stripBullet(rawBelief)
    .replace(thinking, '')
    .replace(/^[“"‘']([^“”"]*)[”"’']([.,;])?$/u, '$1')
    .trim()
  const correction = stripBullet(rawCorrection).trim()
  if (wordCount(belief) < fewestWords) return []
  const corrected: Cited | null = correction === '' ? null : cite(from, correction)
  return [{ belief: cite(placed, belief), correction: corrected }]
}
