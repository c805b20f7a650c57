import type { Reply } from '../../api.ts'

type ClassMap = Reply<'getClassMastery'>
type Student = ClassMap['students'][number]
type Cell = Student['cells'][number]

/** Every way a student can stand on an objective, as a column's head counts them. */
export const splits = ['secure', 'learning', 'gap', 'contested', 'not_enough_evidence'] as const
export type Split = (typeof splits)[number]

/** Those who stand so on one objective. */
export interface MapFilter {
  objective: ClassMap['objectives'][number]
  split: Split
}

/** The filter that an address asks for; null for none, a crafted one, or an objective that is not on the map. */
export function filterOf(map: ClassMap, view: Readonly<Record<string, string>>): MapFilter | null {
  const objective = map.objectives.find(({ competency_id }) => competency_id === view.objective)
  const split = splits.find((one) => one === view.standing)
  return objective && split ? { objective, split } : null
}

/** The students whom a column's head counts under this split; without a filter all of them. */
export function filtered(students: readonly Student[], filter: MapFilter | null): readonly Student[] {
  if (!filter) return students
  const { objective, split } = filter
  return students.filter(({ cells }) =>
    cells.some((cell) => cell.competency_id === objective.competency_id && splitOf(cell) === split),
  )
}

/** Who is contested, or has too little evidence, stands in none of the other three. */
const splitOf = ({ state, standing }: Cell): Split | null => (state === 'known' ? standing : state)
