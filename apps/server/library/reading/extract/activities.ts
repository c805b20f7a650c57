import type { Activity, Cited } from '../reading.ts'
import { cueOf } from './cues.ts'
import { linesOf, wordCount } from './lines.ts'
import { cite, type Placed } from './place.ts'
import { cueOfBlock } from './sections.ts'
import { headsColumn, tablesOf } from './table-cells.ts'

const mostParagraphs = 4
const longestHeading = 14
const opening =
  /^(?:(?:main|group|paired|extension|starter|plenary|independent|class|practical|unplugged) )?(?:activity|task|exercise|challenge|do now|starter)s?(?:\s+\d{1,2}[a-c]?)?(?=\s*(?:[:.–—(-]|$))/i

/** Activities: a heading or line that names one, with the next paragraphs, four at most. */
export function findActivities(document: Placed[]): Activity[] {
  return [...inText(document), ...inTables(document)].toSorted((a, b) => a.heading.ord - b.heading.ord)
}

function inText(document: Placed[]): Activity[] {
  return document.flatMap((placed, index) => {
    const { block } = placed
    const opens = block.kind === 'heading' || block.kind === 'paragraph'
    if (!opens || !opening.test(block.text)) return []
    const [first = ''] = linesOf(block.text)
    const heading = cite(placed, first)
    const paragraphs = [
      ...linesOf(block.text)
        .slice(1)
        .map((line) => cite(placed, line)),
      ...paragraphsAfter(document, index),
    ].slice(0, mostParagraphs)
    // A lone line such as "Starter" without anything to do says nothing.
    return paragraphs.length === 0 && wordCount(first) < 5 ? [] : [{ heading, paragraphs }]
  })
}

function paragraphsAfter(document: Placed[], index: number): Cited[] {
  const found: Cited[] = []
  const slide = document[index]?.block.slide
  for (const placed of document.slice(index + 1)) {
    const { block } = placed
    const isText = block.kind === 'paragraph' || block.kind === 'list_item'
    if (found.length === mostParagraphs || block.slide !== slide || block.kind === 'heading') break
    if (isText && (opening.test(block.text) || cueOfBlock(placed) !== null)) break
    if (isText) found.push(cite(placed, block.text))
  }
  return found
}

/** Rows that begin with an activity's name, and columns headed "Activity". */
function inTables(document: Placed[]): Activity[] {
  return tablesOf(document).flatMap((rows) => {
    const column = (rows[0]?.cells ?? []).findIndex((cell) => cueOf(cell) === 'activity')
    const isColumn = column >= 0 && headsColumn(rows, 0, column)
    return rows.slice(isColumn ? 1 : 0).flatMap(({ placed, cells }) => {
      if (isColumn) return activityOf(placed, linesOf(cells[column] ?? ''))
      const [label = '', ...others] = cells
      if (!opening.test(label) || wordCount(label) > longestHeading) return []
      return activityOf(placed, [...linesOf(label), ...others.flatMap(linesOf)])
    })
  })
}

function activityOf(placed: Placed, lines: string[]): Activity[] {
  const [first, ...rest] = lines
  if (first === undefined || wordCount(lines.join(' ')) < 4) return []
  const paragraphs = rest.slice(0, mostParagraphs).map((line) => cite(placed, line))
  return [{ heading: cite(placed, first), paragraphs }]
}
