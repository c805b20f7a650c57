import type { Direction } from '../../ui/Sorting.tsx'

/** How the table of results is narrowed and sorted; the file to download has the same rows in the same order. */
export interface ResultsView {
  search?: string
  band?: number
  sort: 'name' | 'percentage' | 'seconds' | 'status'
  direction: Direction
}

export const viewNames = ['search', 'band', 'sort', 'direction'] as const
const sorts = ['name', 'percentage', 'seconds', 'status'] as const

/** The view that an address asks for; what is missing or crafted is as usual: everyone, by name. */
export function readView(values: Readonly<Record<string, string>>): ResultsView {
  const band = Number(values.band)
  return {
    ...(values.search && { search: values.search.slice(0, 100) }),
    ...(Number.isInteger(band) && band >= 1 && band <= 5 && { band }),
    sort: sorts.find((sort) => sort === values.sort) ?? 'name',
    direction: values.direction === 'down' ? 'down' : 'up',
  }
}

/** What changes when a column's head is pressed: it decides, and pressed again it turns round. */
export function sortedBy(view: ResultsView, sort: ResultsView['sort']): { sort: string; direction: string } {
  const turn = view.sort === sort && view.direction === 'up'
  return { sort, direction: turn ? 'down' : 'up' }
}
