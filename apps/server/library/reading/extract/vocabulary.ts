import type { VocabularyPair } from '../reading.ts'
import { cueOf } from './cues.ts'
import { collapse, likeness, linesOf, stripBullet, wordCount } from './lines.ts'
import { cite, type Placed } from './place.ts'
import { sectionsOf } from './sections.ts'
import { cellsAfterCue, tablesOf } from './table-cells.ts'

/** The words the document defines, in order, each term once. */
export function findVocabulary(document: Placed[]): VocabularyPair[] {
  const found = [...inSections(document), ...inTables(document), ...inCells(document)]
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.ord - b.ord)
    .filter(({ term }) => {
      const key = likeness(term)
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
}

function inSections(document: Placed[]): VocabularyPair[] {
  return sectionsOf(document, 'vocabulary').flatMap(({ members }) =>
    members.flatMap((placed) => {
      const { block } = placed
      if (block.kind === 'table_row') {
        const filled = block.cells.filter((cell) => cell.trim() !== '')
        const [term, definition] = filled
        return filled.length === 2 ? unlabelled(pairOf(placed, term ?? '', definition ?? '')) : []
      }
      if (block.kind !== 'list_item' && block.kind !== 'paragraph') return []
      return linesOf(block.text).flatMap((line) => pairInLine(placed, line))
    }),
  )
}

/** Tables whose first row names a column of terms and one of meanings: whatever stands there is a term. */
function inTables(document: Placed[]): VocabularyPair[] {
  return tablesOf(document).flatMap((rows) => {
    const header = rows[0]?.cells ?? []
    const term = header.findIndex(namesTerms)
    const meaning = header.findIndex(namesMeanings)
    if (term < 0 || meaning < 0 || term === meaning) return []
    return rows
      .slice(1)
      .flatMap(({ placed, cells }) => pairOf(placed, cells[term] ?? '', cells[meaning] ?? ''))
  })
}

function namesTerms(cell: string): boolean {
  return /^(?:key ?|new |subject )?(?:terms?|words?|vocabulary|vocab|keywords?|concepts?)$/.test(
    likeness(cell),
  )
}

function namesMeanings(cell: string): boolean {
  return /^(?:the )?(?:definitions?|meanings?|explanations?|what (?:it|the (?:word|term)) means|descriptions?)$/.test(
    likeness(cell),
  )
}

/** "Key vocabulary" beside or above a cell whose lines are pairs. */
function inCells(document: Placed[]): VocabularyPair[] {
  return cellsAfterCue(document, 'vocabulary').flatMap(({ placed, lines }) =>
    lines.flatMap((line) => pairInLine(placed, line)),
  )
}

/** "term – definition" or "term: definition", at the first such mark. */
function pairInLine(placed: Placed, line: string): VocabularyPair[] {
  const [, term, definition] =
    /^(.+?)(?:\s+[–—-]\s+|\s*:\s+|\s+[–—]|[–—]\s+)(.+)$/su.exec(stripBullet(line)) ?? []
  return term === undefined || definition === undefined ? [] : unlabelled(pairOf(placed, term, definition))
}

/** Without a heading over its column "Source: page 4 of the atlas" is a label with its text and no term. */
const unlabelled = (pairs: VocabularyPair[]) => pairs.filter(({ term }) => !label.test(term))

const label =
  /^(?:notes?|times?|timings?|tasks?|answers?|examples?|pages?|activity|activities|exercise|question|homework|tip|hint|remember|starter|e\.?g\.?|figure|slide|step|date|source)(?: ?[\d.]+[a-z]?)?$/i

function pairOf(placed: Placed, rawTerm: string, rawDefinition: string): VocabularyPair[] {
  const term = stripBullet(collapse(rawTerm).replace(/\s+/g, ' '))
    .replace(/[:–—-]$/, '')
    .trim()
  const definition = collapse(rawDefinition).replace(/\s+/g, ' ')
  const words = wordCount(definition)
  const isTerm =
    /\p{L}/u.test(term) &&
    term.length <= 50 &&
    wordCount(term) <= 5 &&
    !/[?!.]$/.test(term.replace(/\betc\.$/, '')) &&
    !/\b\d{1,2}[:.]\d{2}\b/.test(term) &&
    !(namesTerms(term) && namesMeanings(definition)) &&
    cueOf(term) === null
  if (!isTerm || words < 3 || words > 60 || /^\d{1,2}[:.]\d{2}\b/.test(definition)) return []
  return [{ term, definition, ord: cite(placed, definition).ord }]
}
