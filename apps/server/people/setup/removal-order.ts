import type { Reference } from '../store/school-rows.ts'

export type RemovalStep = { clear: Reference } | { empty: string }

/**
 * The order in which tables can be emptied: a table goes when nothing left points at it. Where tables point
 * at each other in a ring, a reference that may be null is cleared first.
 */
export function removalOrder(tables: readonly string[], references: readonly Reference[]): RemovalStep[] {
  const left = new Set(tables)
  let open = references.filter(({ from, to }) => from !== to && left.has(from) && left.has(to))
  const steps: RemovalStep[] = []
  while (left.size > 0) {
    const pointedAt = new Set(open.map(({ to }) => to))
    const free = [...left].find((table) => !pointedAt.has(table))
    if (free !== undefined) {
      steps.push({ empty: free })
      left.delete(free)
      open = open.filter(({ from }) => from !== free)
      continue
    }
    const ring = findClearable(left, open)
    for (const reference of ring) steps.push({ clear: reference })
    open = open.filter((reference) => !ring.includes(reference))
  }
  return steps
}

/** References to one table of a ring, all of which may be null. */
function findClearable(left: ReadonlySet<string>, open: readonly Reference[]): Reference[] {
  for (const table of left) {
    const toIt = open.filter(({ to }) => to === table)
    const fixed = toIt.filter(({ nullable }) => !nullable)
    const clearable = toIt.filter(({ nullable }) => nullable)
    if (clearable.length > 0 && fixed.length === 0) return clearable
  }
  const anyNullable = open.filter(({ nullable }) => nullable)
  if (anyNullable.length === 0) throw new Error('Tables point at each other in a ring that cannot be opened.')
  return anyNullable
}
