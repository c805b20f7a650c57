import { Fragment, type ReactElement, useMemo } from 'react'
import { type Block, type Inline, readProse } from './prose.ts'

/** Text written by an author in safe Markdown. `language` is that of the text, for voices; it runs its own way. */
export function Prose({ source, language }: { source: string; language?: string }): ReactElement {
  const blocks = useMemo(() => readProse(source), [source])
  return (
    <div className="stack" lang={language} dir="auto">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never change places
        <Shown key={at} block={block} />
      ))}
    </div>
  )
}

function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the keyboard must reach them
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {keyed(block.items, (item) => (
            <li>{inlines(item)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                {keyed(block.head, (cell) => (
                  <th scope="col">{inlines(cell)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {keyed(block.rows, (row) => (
                <tr>
                  {keyed(row, (cell) => (
                    <td>{inlines(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return (
        <p>
          {keyed(block.lines, (line, at) => (
            <>
              {at > 0 && <br />}
              {inlines(line)}
            </>
          ))}
        </p>
      )
  }
}

function inlines(line: Inline[]) {
  return keyed(line, (piece) => {
    if (piece.kind === 'strong') return <strong>{piece.text}</strong>
    if (piece.kind === 'emphasis') return <em>{piece.text}</em>
    if (piece.kind === 'code') return <code>{piece.text}</code>
    if (piece.kind === 'maths') return <span className="mono">{piece.text}</span>
    return piece.text
  })
}

function keyed<T>(list: readonly T[], show: (item: T, at: number) => React.ReactNode) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
  return list.map((item, at) => <Fragment key={at}>{show(item, at)}</Fragment>)
}
