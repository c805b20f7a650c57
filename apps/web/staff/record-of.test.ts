import { describe, expect, it } from 'vitest'
import { recordOf } from './record-of.ts'

describe('the record that a figure belongs to', () => {
  it('is the student of the page, so that one reason serves the whole page', () => {
    expect(recordOf('/students/s1', { subject_type: 'quiz_result', subject_id: 'a1' })).toBe('s1')
    expect(recordOf('/students/s1', { subject_type: 'mastery', subject_id: 's1~c1' })).toBe('s1')
    expect(recordOf('/attempts/a1/results', { subject_type: 'mark', subject_id: 'm1' })).toBe('a1')
  })

  it('is another for each student of a class', () => {
    expect(recordOf('/classes/k/mastery', { subject_type: 'mastery', subject_id: 's2~c1' })).toBe('s2')
    expect(recordOf('/assignments/q/results', { subject_type: 'mark', subject_id: 'm2' })).toBe('m2')
  })

  it('is never the student of the page when an address asks for somebody else’s estimate', () => {
    expect(recordOf('/students/s1', { subject_type: 'mastery', subject_id: 's2~c1' })).toBe('s2')
  })
})
