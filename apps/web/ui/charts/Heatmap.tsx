import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react'
import { t } from '../../words/words.ts'
import type { SubjectOfFigure } from '../explained.ts'
import { useOpenEvidence } from '../Figure.tsx'
import { nextCell } from './grid.ts'

export interface Cell extends SubjectOfFigure {
  /** The figure, such as "8 in 10"; "?" without enough evidence. */
  text: string
  /** The word below it, such as "secure". */
  word: string
  state: 'known' | 'contested' | 'not_enough_evidence'
}

/**
 * Rows by columns with a figure and a word in each cell. It is a real table, so it is its own twin.
 * Arrows go from cell to cell, Home and End along the row, Enter opens the evidence.
 */
export function Heatmap<Row extends { id: string }, Column extends { id: string }>({
  caption,
  corner,
  rows,
  columns,
  rowHead,
  columnHead,
  cell,
}: {
  caption: string
  corner: ReactNode
  rows: readonly Row[]
  columns: readonly Column[]
  rowHead: (row: Row) => ReactNode
  columnHead: (column: Column) => ReactNode
  cell: (row: Row, column: Column) => Cell | null
}): ReactElement {
  const table = useRef<HTMLTableElement>(null)
  const open = useOpenEvidence()
  const move = (event: KeyboardEvent) => {
    const at = positionOf(event.target)
    if (!at) return
    const next = nextCell(event.key, at, { rows: rows.length, columns: columns.length }, isRightToLeft())
    if (!next) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus()
  }
  return (
    <section className="table-frame" aria-label={caption}>
      <table ref={table} className="table heatmap" onKeyDown={move}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {columnHead(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <th scope="row">{rowHead(row)}</th>
              {columns.map((column, c) => (
                <td key={column.id}>
                  <CellButton
                    cell={cell(row, column)}
                    at={`${r},${c}`}
                    first={r === 0 && c === 0}
                    onOpen={open}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CellButton({
  cell,
  at,
  first,
  onOpen,
}: {
  cell: Cell | null
  at: string
  first: boolean
  onOpen: (subject: SubjectOfFigure) => void
}) {
  if (!cell) return null
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={first ? 0 : -1}
      className={`cell cell-${cell.state}`}
      aria-label={t('ui.figure', { figure: `${cell.text} ${cell.word}` })}
      onClick={() => onOpen(cell)}
    >
      <span className="figure-text">{cell.text}</span>
      <span className="cell-state">{cell.word}</span>
    </button>
  )
}

const isRightToLeft = () => document.documentElement.dir === 'rtl'

function positionOf(target: EventTarget): { row: number; column: number } | null {
  const at = target instanceof HTMLElement ? target.dataset.at?.split(',').map(Number) : undefined
  return at ? { row: at[0] ?? 0, column: at[1] ?? 0 } : null
}
