import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LineEvent, superfluous } from './superfluous.ts'

const typed = (ord: number, second: number, fields: Partial<LineEvent> = {}): LineEvent => ({
  ord,
  device_id: 'd1',
  device_seq: ord,
  type: 'answer_changed',
  position: 1,
  writer_epoch: 1,
  result: 'accepted',
  received_at: new Date(second * 1000),
  ...fields,
})

describe('thinning', () => {
  test('keeps of a run the first, the last, and one every 30 seconds', () => {
    const run = Array.from({ length: 91 }, (_, second) => typed(second + 1, second))
    const gone = new Set(superfluous(run))
    expect(run.filter(({ ord }) => !gone.has(ord)).map(({ ord }) => ord)).toEqual([1, 31, 61, 91])
  })

  test.each([
    { title: 'another question', fields: { position: 2 } },
    { title: 'another type', fields: { type: 'flagged' } },
    { title: 'another epoch', fields: { writer_epoch: 2 } },
    { title: 'an event that was not applied', fields: { result: 'invalid' } },
  ])('$title ends a run', ({ fields }) => {
    const events = [typed(1, 0), typed(2, 1), typed(3, 2, fields), typed(4, 3), typed(5, 4)]
    expect(superfluous(events)).toEqual([])
  })

  test('never touches what is no typing, nor the last answer to a question of any device', () => {
    const event = fc.record({
      position: fc.integer({ min: 1, max: 3 }),
      type: fc.constantFrom('answer_changed', 'answer_changed', 'question_shown'),
      device_id: fc.constantFrom('d1', 'd2'),
      gap: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (list) => {
        let second = 0
        const events = list.map(({ gap, ...fields }, index) => {
          second += gap
          return typed(index + 1, second, fields)
        })
        const gone = new Set(superfluous(events))
        for (const { ord, type, position, device_id } of events) {
          const isLater = (other: LineEvent) =>
            other.ord > ord &&
            other.type === type &&
            other.position === position &&
            other.device_id === device_id
          if (type !== 'answer_changed' || !events.some(isLater)) expect(gone.has(ord)).toBe(false)
        }
      }),
    )
  })
})
