import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaws, compareResults, copyOf, questionWith, resultOf } from '../laws.ts'
import { markAnswer } from '../mark-answer.ts'
import { splitAtGaps } from './student.ts'

const three = {
  text: 'A {{g1}} joins networks, a {{g2}} shows pictures, {{g3}} holds running programs.',
  gaps: [
    {
      id: 'g1',
      input: 'select',
      options: [
        { id: 'o1', text: 'router', is_correct: true },
        { id: 'o2', text: 'mouse', is_correct: false, feedback: 'A mouse is for pointing.' },
      ],
    },
    {
      id: 'g2',
      input: 'bank',
      words: [
        { word: 'w1', fraction: 1 },
        { word: 'w2', fraction: 0, misconception_id: 'm1' },
      ],
    },
    {
      id: 'g3',
      input: 'typed',
      accepted_answers: [
        { text: 'RAM', fraction: 1 },
        { text: 'memory', fraction: 0.5 },
      ],
    },
  ],
  bank: ['w1', 'w2', 'w3'].map((id) => ({ id, text: `Word ${id}` })),
}
const gaps = (g1: string, g2: string, g3: string) => ({ gaps: { g1, g2, g3 } })

describe('cloze', () => {
  const question = questionWith('cloze', three)
  it.each([
    ['three right', gaps('o1', 'w1', 'ram'), '1'],
    ['two right', gaps('o1', 'w1', 'rom'), '2/3'],
    ['one typed gap worth half', { gaps: { g3: 'memory' } }, '1/6'],
    ['none right', gaps('o2', 'w3', 'rom'), '0'],
    ['white space in the gaps', gaps('', ' ', '\t'), 'not_answered'],
    ['only empty texts', gaps('', '', ''), 'not_answered'],
    ['no gaps', { gaps: {} }, 'not_answered'],
    ['a foreign gap', { gaps: { g4: 'x' } }, 'unknown_id'],
    ['a word of another gap', { gaps: { g1: 'w1' } }, 'unknown_id'],
    ['a text where an id belongs', { gaps: { g2: 'router' } }, 'unknown_id'],
    ['a text that is too long', { gaps: { g3: 'x'.repeat(101) } }, 'answer_invalid'],
    ['the name of the prototype', JSON.parse('{"gaps":{"__proto__":"x"}}'), 'answer_invalid'],
    ['a name every object has', { gaps: { constructor: 'x' } }, 'unknown_id'],
  ])('marks %s', (_, answer, result) => {
    expect(resultOf(question, answer)).toBe(result)
  })

  it('tells each gap apart in the details', () => {
    const mark = markAnswer(question, { gaps: { g1: 'o2', g2: 'w2' } }, { attemptId: 'x', hintUsed: false })
    expect(mark.details.parts).toEqual([
      { part_id: 'g1', outcome: 'incorrect', misconception_id: null },
      { part_id: 'g2', outcome: 'incorrect', misconception_id: 'm1' },
      { part_id: 'g3', outcome: 'not_answered', misconception_id: null },
    ])
    expect(mark.feedback[0]).toBe('A mouse is for pointing.')
  })

  it('cuts the running text at its gaps', () => {
    expect(splitAtGaps('{{g1}} and {{ g2 }} or {{g3}}')).toEqual([
      { gap: 'g1' },
      { text: ' and {{ g2 }} or ' },
      { gap: 'g3' },
    ])
  })

  const size = 4
  const key = fc.record({
    select: fc.nat(size - 1),
    bank: fc.nat(size - 1),
    typed: fc.constantFrom('ram', 'café', 'hard drive'),
    half: fc.constantFrom('rom', 'disk'),
  })
  const numbers = [...Array(size).keys()]
  const keyed = (one: { select: number; bank: number; typed: string; half: string }) => ({
    text: 'One {{g1}}, two {{g2}}, three {{g3}}.',
    gaps: [
      {
        id: 'g1',
        input: 'select',
        options: numbers.map((n) => ({ id: `o${n}`, text: `Option ${n}`, is_correct: n === one.select })),
      },
      { id: 'g2', input: 'bank', words: [{ word: `w${one.bank}`, fraction: 1 }] },
      {
        id: 'g3',
        input: 'typed',
        accepted_answers: [
          { text: one.typed, fraction: 1 },
          { text: one.half, fraction: 0.5 },
        ],
        max_typos: 1,
      },
    ],
    bank: numbers.map((n) => ({ id: `w${n}`, text: `Word ${n}` })),
  })
  const filling = fc.record({
    g1: fc.constantFrom('', ...numbers.map((n) => `o${n}`)),
    g2: fc.constantFrom('', ...numbers.map((n) => `w${n}`)),
    g3: fc.oneof(fc.constantFrom('', 'ram', 'Café.', 'rom', 'hard  drve'), fc.string({ maxLength: 9 })),
  })

  it('obeys the laws of marking', () => {
    fc.assert(
      fc.property(key, filling, (one, given) => {
        expect(brokenLaws(questionWith('cloze', keyed(one)), { gaps: given })).toEqual([])
      }),
    )
  })

  it('gives the same copy whatever the key', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(copyOf(questionWith('cloze', keyed(one)))).toBe(copyOf(questionWith('cloze', keyed(other))))
      }),
    )
  })

  it('never scores less for one gap put right', () => {
    fc.assert(
      fc.property(key, filling, (one, given) => {
        const own = questionWith('cloze', keyed(one))
        const right = { g1: `o${one.select}`, g2: `w${one.bank}`, g3: one.typed }
        for (const [gap, word] of Object.entries(right)) {
          const better = { gaps: { ...given, [gap]: word } }
          expect(compareResults(own, better, { gaps: given })).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
