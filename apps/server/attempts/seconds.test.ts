import { describe, expect, test } from 'vitest'
import type { StoredEvent } from './attempt-event.ts'
import { secondsByPosition, totalSeconds } from './seconds.ts'

type Moment = [
  seq: number,
  second: number,
  type: string,
  position: number | null,
  boot?: string,
  device?: string,
]

const stored = ([
  device_seq,
  second,
  type,
  position,
  boot = 'b1',
  device_id = 'd1',
]: Moment): StoredEvent => ({
  ord: device_seq,
  device_id,
  device_seq,
  writer_epoch: 1,
  type,
  position,
  result: 'accepted',
  reason: null,
  event: JSON.stringify({ mono_ms: second * 1000, boot_id: boot }),
  received_at: new Date(0),
})
const seconds = (moments: Moment[]) => Object.fromEntries(secondsByPosition(moments.map(stored)))

describe('seconds at each question', () => {
  test.each<{ title: string; moments: Moment[]; expected: Record<number, number> }>([
    { title: 'nothing happened', moments: [], expected: {} },
    {
      title: 'time belongs to the question on the screen',
      moments: [
        [1, 10, 'question_shown', 1],
        [2, 25, 'answer_changed', 1],
        [3, 30, 'question_shown', 2],
        [4, 50, 'answer_changed', 2],
      ],
      expected: { 1: 20, 2: 20 },
    },
    {
      title: 'the order of arrival plays no part',
      moments: [
        [4, 50, 'answer_changed', 2],
        [1, 10, 'question_shown', 1],
        [3, 30, 'question_shown', 2],
      ],
      expected: { 1: 20, 2: 20 },
    },
    {
      title: 'a long pause counts two minutes',
      moments: [
        [1, 0, 'question_shown', 1],
        [2, 3600, 'answer_changed', 1],
      ],
      expected: { 1: 120 },
    },
    {
      title: 'a break does not count',
      moments: [
        [1, 0, 'question_shown', 1],
        [2, 10, 'break_started', 1],
        [3, 70, 'break_ended', null],
        [4, 80, 'question_shown', 1],
        [5, 85, 'answer_changed', 1],
      ],
      expected: { 1: 15 },
    },
    {
      title: 'clocks of two starts of the page do not compare',
      moments: [
        [1, 500, 'question_shown', 1],
        [2, 510, 'answer_changed', 1],
        [3, 1, 'question_shown', 1, 'b2'],
        [4, 6, 'answer_changed', 1, 'b2'],
      ],
      expected: { 1: 15 },
    },
    {
      title: 'two devices add up',
      moments: [
        [1, 0, 'question_shown', 1],
        [2, 10, 'answer_changed', 1],
        [1, 0, 'question_shown', 1, 'b9', 'd2'],
        [2, 30, 'answer_changed', 1, 'b9', 'd2'],
      ],
      expected: { 1: 40 },
    },
    {
      title: 'a clock that runs backwards takes nothing away',
      moments: [
        [1, 100, 'question_shown', 1],
        [2, 50, 'answer_changed', 1],
        [3, 60, 'answer_changed', 1],
      ],
      expected: { 1: 10 },
    },
  ])('$title', ({ moments, expected }) => {
    expect(seconds(moments)).toEqual(expected)
  })

  test('what the server wrote and what was invalid count nothing', () => {
    const events = [
      stored([1, 0, 'question_shown', 1]),
      { ...stored([2, 60, 'bell', 1]), device_id: 'server' },
      { ...stored([3, 90, 'answer_changed', 1]), result: 'invalid' as const },
    ]
    expect(totalSeconds(secondsByPosition(events))).toBe(0)
  })
})
