import type { ReactElement } from 'react'

export type Direction = 'up' | 'down'

/** How a column can be sorted by: its direction now, or null while another column decides. */
export interface Sorting {
  direction: Direction | null
  onSort: () => void
}

/** What a head cell says of its order to a screen reader. */
export function ariaSort(sorting: Sorting | undefined): 'ascending' | 'descending' | undefined {
  if (!sorting?.direction) return undefined
  return sorting.direction === 'up' ? 'ascending' : 'descending'
}

const arrows = { up: '▲', down: '▼' } as const

/** The head of a column as a button that sorts by it. */
export function SortButton({ name, sorting }: { name: string; sorting: Sorting }): ReactElement {
  return (
    <button type="button" className="sort" onClick={sorting.onSort}>
      <span className="sort-name">{name}</span>{' '}
      <span aria-hidden="true">{sorting.direction ? arrows[sorting.direction] : '↕'}</span>
    </button>
  )
}
