import { describe, expect, it } from 'vitest'
import { filtered, filterOf, splits } from './map-filter.ts'

const cell = (state: 'known' | 'contested' | 'not_enough_evidence', standing: 'secure' | 'gap' | null) => ({
  competency_id: 'c',
  probability: standing === null ? null : 0.5,
  interval: null,
  standing,
  state,
  evidence_count: 3,
  answers_needed: null,
})
const student = (name: string, ...of: Parameters<typeof cell>) => ({
  student_id: name,
  name,
  version: 1,
  cells: [{ ...cell('known', 'gap'), competency_id: 'other' }, cell(...of)],
})
const students = [
  student('Ada', 'known', 'secure'),
  student('Bo', 'contested', 'secure'),
  student('Cy', 'not_enough_evidence', null),
  student('Di', 'known', 'secure'),
]
const objective = {
  competency_id: 'c',
  title: 'Binary',
  topic_id: null,
  counts: { secure: 2, learning: 0, gap: 0, contested: 1, not_enough_evidence: 1 },
}
const map = {
  classroom: { id: 'k', name: '8C' },
  topics: [],
  objectives: [objective],
  more_objectives: 0,
  students,
  as_of: '2026-03-02T10:42:00Z',
  model_version: '1',
  formula_version: '1',
  degraded_reasons: [],
}
const names = (standing: string) =>
  filtered(students, filterOf(map, { objective: 'c', standing })).map(({ name }) => name)

describe('the mastery map narrowed by a standing', () => {
  it('shows exactly those whom the head of the column counts', () => {
    for (const split of splits) expect(names(split)).toHaveLength(objective.counts[split])
    expect(names('secure')).toEqual(['Ada', 'Di'])
    expect(names('contested')).toEqual(['Bo'])
    expect(names('not_enough_evidence')).toEqual(['Cy'])
  })

  it('shows everyone for an address that asks for nothing known', () => {
    expect(filterOf(map, {})).toBeNull()
    expect(filterOf(map, { objective: 'c', standing: 'clever' })).toBeNull()
    expect(filterOf(map, { objective: 'gone', standing: 'secure' })).toBeNull()
    expect(filtered(students, null)).toEqual(students)
  })
})
