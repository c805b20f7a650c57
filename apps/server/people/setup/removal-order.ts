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

/** References to one table of a ring, all of which can be cleared; failing that, all that can be. */
function findClearable(left: ReadonlySet<string>, open: readonly Reference[]): Reference[] {
  const canBe = open.filter(({ clearable }) => clearable !== null)
  const freeing = [...left]
    .map((table) => open.filter(({ to }) => to === table))
    .find((toIt) => toIt.length > 0 && toIt.every((reference) => canBe.includes(reference)))
  if (freeing) return freeing
  if (canBe.length === 0) throw new Error('Tables point at each other in a ring that cannot be opened.')
  return canBe
}
