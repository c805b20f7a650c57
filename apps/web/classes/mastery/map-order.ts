import type { Reply } from '../../api.ts'
import type { Direction } from '../../ui/Sorting.tsx'

type Student = Reply<'getClassMastery'>['students'][number]

/**
 * Students in the order of one objective, those who need most help first (`up`) or last (`down`). Who has not
 * enough evidence stands at the end either way: nothing is known, which is neither high nor low.
 * Without an objective the server's order by name holds, or its reverse.
 */
export function inOrder(
  students: readonly Student[],
  objectiveAt: number | null,
  direction: Direction,
): Student[] {
  const sign = direction === 'up' ? 1 : -1
  if (objectiveAt === null) return sign === 1 ? [...students] : students.toReversed()
  return students.toSorted((a, b) => {
    const [one, other] = [probabilityAt(a, objectiveAt), probabilityAt(b, objectiveAt)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}

function probabilityAt({ cells }: Student, at: number): number | null {
  const cell = cells[at]
  return cell && cell.state !== 'not_enough_evidence' ? cell.probability : null
}
