import { describe, expect, it } from 'vitest'
import { effectsOn, readOut } from './read-out.ts'
import { standingOf } from './standing-of.ts'
import { fold, type TracedAnswer } from './tracer.ts'
import { startingParameters } from './tracer-parameters.ts'
import { newTracerState } from './tracer-state.ts'

const answers: TracedAnswer[] = [1, 0, 1, 1].map((mark, at) => ({
  eventId: `event ${at}`,
  occurredAt: at,
  day: 10,
  competencies: [at === 1 ? 'other' : 'c'],
  question: `question ${at}`,
  mark,
  weight: 1,
}))

describe('a read-out', () => {
  it('exists before the first answer, from the shared weights alone', () => {
    const { z, probability } = readOut(newTracerState(), startingParameters(), 'c', 0)
    expect(z).toBeCloseTo(0.159 - 0.31, 12)
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(0.151)), 12)
  })

  it('keeps its probability over time while its interval widens from day 31, up to the prior', () => {
    const state = fold(answers, startingParameters())
    const on = (today: number) => readOut(state, startingParameters(), 'c', today)
    const width = (today: number) => on(today).interval.high - on(today).interval.low
    expect(on(10 + 400).probability).toBe(on(10).probability)
    expect(width(10 + 30)).toBe(width(10))
    expect(width(10 + 31)).toBeGreaterThan(width(10))
    expect(width(10 + 400)).toBe(width(10 + 500))
  })

  it('opens into the effect of every answer, which add up to it', () => {
    const effects = effectsOn('c', answers.toReversed(), startingParameters())
    const state = fold(answers, startingParameters())
    const start = readOut(newTracerState(), startingParameters(), 'c', 10).z
    const total = effects.reduce((sum, { change }) => sum + change, start)
    expect(effects.map(({ eventId }) => eventId)).toEqual(['event 0', 'event 1', 'event 2', 'event 3'])
    expect(total).toBeCloseTo(readOut(state, startingParameters(), 'c', 10).z, 12)
    expect(effects.map(({ change }) => Math.sign(change))).toEqual([1, -1, 1, 1])
  })
})

describe('standing', () => {
  it.each([
    [0.7, 0.9, 'secure'],
    [0.6995, 0.9, 'secure'],
    [0.6994, 0.9, 'learning'],
    [0.2, 0.5, 'learning'],
    [0.2, 0.4995, 'learning'],
    [0.2, 0.4994, 'gap'],
  ])('of an interval %d to %d is %s', (low, high, standing) => {
    expect(standingOf({ low, high })).toBe(standing)
  })
})
