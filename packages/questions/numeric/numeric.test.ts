import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'

const metres = {
  value: 1500,
  units: [
    { unit: 'm', factor: 1 },
    { unit: 'km', factor: 1000 },
  ],
  slips: [{ id: 's1', value: 150, fraction: 0.25, feedback: 'You lost a zero.', misconception_id: 'm1' }],
}
const circumstances = { attemptId: 'x', hintUsed: false }

describe('numeric', () => {
  it.each([
    ['3/4', '1'],
    ['.754', '1'],
    ['.755', '1'],
    ['.76', '0'],
    ['0.745', '1'],
    ['3/4.', '0'],
    ['abc', '0'],
    ['', 'not_answered'],
    [0.75, '1'],
  ])('marks %j against 0.75 ± .005', (text, result) => {
    expect(resultOf(questionWith('numeric', { value: 0.75, tolerance_abs: 0.005 }), text)).toBe(result)
  })

  it.each([
    ['1.5 km', '1'],
    ['1.5km', '1'],
    ['1.5 KM', '1'],
    ['1,500 m', '1'],
    ['1500', '1/2'],
    ['1500 kg', '1/2'],
    ['150 m', '1/4'],
    ['150', '1/8'],
    ['1500 km', '0'],
  ])('marks %j against 1500 m', (text, result) => {
    expect(resultOf(questionWith('numeric', metres), { text })).toBe(result)
  })

  it('takes 0 for an answer', () => {
    expect(resultOf(questionWith('numeric', { value: 0 }), 0)).toBe('1')
  })

  it('uses the larger of the two tolerances, exactly', () => {
    const question = questionWith('numeric', { value: '-0.3', tolerance_abs: '0.01', tolerance_rel: '0.1' })
    expect(['-0.33', '-0.27', '-0.331', '0.3'].map((text) => resultOf(question, text))).toEqual([
      '1',
      '1',
      '0',
      '0',
    ])
  })

  it('tells units apart by case only where it must', () => {
    const units = [
      { unit: 'Mb', factor: 1 },
      { unit: 'MB', factor: 8 },
    ]
    const question = questionWith('numeric', { value: 16, units })
    expect(['16 Mb', '2 MB', '16 mb'].map((text) => resultOf(question, text))).toEqual(['1', '1', '1/2'])
  })

  it.each([
    ['abc', ['format'], null],
    ['1', ['value', 'unit'], null],
    ['150 m', ['slip'], 'm1'],
    ['1500', ['unit'], null],
  ])('gives the reasons of %j', (text, reasons, misconception) => {
    const mark = markAnswer(questionWith('numeric', metres), { text }, circumstances)
    expect([mark.details.reasons, mark.details.parts[0]?.misconception_id]).toEqual([reasons, misconception])
  })

  const decimal = fc.integer({ min: -99999, max: 99999 }).map((n) => String(n / 100))
  const content = fc.record({
    value: decimal,
    tolerance_abs: fc.constantFrom('0', '0.5', '12'),
    tolerance_rel: fc.constantFrom('0', '0.1'),
    unit_fraction: fc.constantFrom(0, 0.5, 1),
    slips: fc.array(
      fc.record({
        id: fc.stringMatching(/^[a-z0-9]{6}$/),
        value: decimal,
        fraction: fc.constantFrom(0, 0.25, 0.3),
        feedback: fc.constant('Check the last step.'),
      }),
      { maxLength: 3 },
    ),
  })
  const text = fc.oneof(
    decimal,
    fc.string({ minLength: 1, maxLength: 12 }),
    decimal.map((n) => `${n} m`),
  )

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(content, text, (one, typed) => {
        expect(brokenLaws(questionWith('numeric', one), { text: typed })).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the key', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        expect(copyOf(questionWith('numeric', one))).toBe(copyOf(questionWith('numeric', other)))
      }),
    )
  })
})
