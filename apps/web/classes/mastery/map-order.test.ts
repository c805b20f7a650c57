import { describe, expect, it } from 'vitest'
import { inOrder } from './map-order.ts'

const student = (name: string, probability: number | null) => ({
  student_id: name,
  name,
  version: 1,
  cells: [
    {
      competency_id: 'c',
      probability,
      interval: null,
      standing: null,
      state: probability === null ? ('not_enough_evidence' as const) : ('known' as const),
      evidence_count: 3,
      answers_needed: null,
    },
  ],
})
const ada = student('Ada', 0.8)
const bo = student('Bo', null)
const cy = student('Cy', 0.3)
const names = (students: { name: string }[]) => students.map(({ name }) => name)

describe('the order of the mastery map', () => {
  it('is by name without an objective, and turns round', () => {
    expect(names(inOrder([ada, bo, cy], null, 'up'))).toEqual(['Ada', 'Bo', 'Cy'])
    expect(names(inOrder([ada, bo, cy], null, 'down'))).toEqual(['Cy', 'Bo', 'Ada'])
  })
  it('by an objective, who has not enough evidence stands at the end either way', () => {
    expect(names(inOrder([bo, ada, cy], 0, 'up'))).toEqual(['Cy', 'Ada', 'Bo'])
    expect(names(inOrder([bo, ada, cy], 0, 'down'))).toEqual(['Ada', 'Cy', 'Bo'])
  })
  it('leaves the given list as it was', () => {
    const given = [ada, bo, cy]
    inOrder(given, 0, 'up')
    expect(names(given)).toEqual(['Ada', 'Bo', 'Cy'])
  })
})
