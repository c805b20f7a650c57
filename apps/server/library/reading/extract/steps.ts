import type { Cited, StepList } from '../reading.ts'
import { cueOf } from './cues.ts'
import { linesOf } from './lines.ts'
import { cite, type Placed } from './place.ts'

const fewestSteps = 2

interface NumberedLine {
  placed: Placed
  text: string
  /** The number as typed; `null` in a list that Office numbers. */
  number: number | null
  list: string | null
}

/** Numbered steps that stand together, in their order. Lists of questions or objectives are no steps. */
export function findSteps(document: Placed[]): StepList[] {
  const lists: { start: number; lines: NumberedLine[] }[] = []
  let open: { start: number; lines: NumberedLine[] } | null = null
  document.forEach((placed, index) => {
    for (const line of numberedLines(placed)) {
      const previous = open?.lines.at(-1)
      if (open !== null && previous !== undefined && continues(previous, line)) open.lines.push(line)
      else {
        open = { start: index, lines: [line] }
        lists.push(open)
      }
    }
    if (endsList(placed)) open = null
  })
  return lists.flatMap(({ start, lines }) => {
    const heading = headingAbove(document, start)
    const steps = lines.map(({ placed, text }): Cited => cite(placed, text))
    return steps.length >= fewestSteps && areSteps(steps, heading) ? [{ heading, steps }] : []
  })
}

function numberedLines(placed: Placed): NumberedLine[] {
  const { block } = placed
  if (block.kind === 'list_item' && block.ordered) {
    const text = block.text.replace(/\n/g, ' ')
    return block.depth === 0 ? [{ placed, text, number: null, list: block.list }] : []
  }
  if (block.kind !== 'paragraph' && block.kind !== 'list_item') return []
  return linesOf(block.text).flatMap((line) => {
    const [, number, text] = /^(?:step )?(\d{1,2})(?:[.):]| [–—-])\s+(\S.*)$/i.exec(line) ?? []
    return number === undefined || text === undefined
      ? []
      : [{ placed, text, number: Number(number), list: null }]
  })
}

function continues(previous: NumberedLine, line: NumberedLine): boolean {
  if (previous.number === null || line.number === null) return previous.list === line.list
  return line.number === previous.number + 1
}

/** Sub-items, listings, pictures and short remarks may stand between steps; headings and rows may not. */
function endsList({ block }: Placed): boolean {
  return block.kind === 'heading' || block.kind === 'table_row'
}

function headingAbove(document: Placed[], index: number): string | null {
  const above = document[index - 1]?.block
  if (above?.kind === 'paragraph' && above.text.endsWith(':')) return above.text.replace(/:$/, '')
  const slide = document[index]?.block.slide
  const heading = document
    .slice(0, index)
    .findLast(({ block }) => block.kind === 'heading' && block.slide === slide)?.block
  return heading?.kind === 'heading' ? heading.text : null
}

function areSteps(steps: Cited[], heading: string | null): boolean {
  const questions = steps.filter(({ text }) => /\?\s*(?:\(.*\))?$|\?\s/.test(text)).length
  const announced = heading === null ? null : cueOf(heading)
  return (
    questions * 2 < steps.length &&
    !/^(objectives|questions|answers|vocabulary|misconceptions)$/.test(announced ?? '')
  )
}
