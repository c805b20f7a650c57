import { describe, expect, it } from 'vitest'
import { choicesFor, missingParts, pointsOf, type Scheme } from './award.ts'

const criteria: Scheme = {
  mode: 'mark_scheme',
  points_available: 4,
  parts: [
    { id: 'a', text: 'Names the part', points: 1 },
    { id: 'b', text: 'Says why', points: 2.5 },
    { id: 'c', text: 'Gives an example', points: 0.5 },
  ],
}
const rubric: Scheme = {
  mode: 'rubric',
  parts: [
    { id: 'x', text: 'Content', weight: 0.5 },
    { id: 'y', text: 'Order', weight: 0.3 },
    { id: 'z', text: 'Words', weight: 0.2 },
  ],
}

describe('marking an answer', () => {
  it('offers every whole point up to those of the criterion, and a broken rest', () => {
    expect(choicesFor(criteria, 'a')).toEqual([0, 1])
    expect(choicesFor(criteria, 'b')).toEqual([0, 1, 2, 2.5])
    expect(choicesFor(criteria, 'c')).toEqual([0, 0.5])
    expect(choicesFor(criteria, 'unknown')).toEqual([0])
  })
  it('offers the levels 1 to 4 of a rubric', () => {
    expect(choicesFor(rubric, 'x')).toEqual([1, 2, 3, 4])
  })
  it('has no points while a part is missing; 0 given is not missing', () => {
    expect(missingParts(criteria, { a: 0 })).toEqual(['b', 'c'])
    expect(pointsOf({ scheme: criteria, points: 8 }, { a: 0 })).toBeNull()
    expect(pointsOf({ scheme: criteria, points: 8 }, { a: 0, b: 0, c: 0 })).toBe(0)
  })
  it('counts criteria as a share of the points available', () => {
    expect(pointsOf({ scheme: criteria, points: 8 }, { a: 1, b: 1, c: 0.5 })).toBe(5)
  })
  it('counts a rubric by weight: levels 3 2 4 of .5 .3 .2 are 29/40', () => {
    expect(pointsOf({ scheme: rubric, points: 40 }, { x: 3, y: 2, z: 4 })).toBe(29)
    expect(pointsOf({ scheme: rubric, points: 1 }, { x: 3, y: 2, z: 4 })).toBe(0.73)
  })
})
