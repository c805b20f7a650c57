import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latinLetters, makeUsername } from './username.ts'

const chance = () => new Uint8Array([1, 2, 3, 4, 5, 6])

test('names in order get the user names of the specification', () => {
  const taken = new Set<string>()
  const names = [
    ['Marcus', 'Chen', 'chen.m'],
    ['Maria', 'Chen', 'chen.m2'],
    ['Zoë', "O'Neill", 'oneill.z'],
    ['Jürgen', 'Müller', 'muller.j'],
    ['Łukasz', 'Nowak', 'nowak.l'],
  ] as const
  for (const [first_name, last_name, expected] of names) {
    const made = makeUsername({ first_name, last_name }, (name) => taken.has(name), chance)
    expect(made).toBe(expected)
    taken.add(made)
  }
})

test.each([
  ['no Latin letters', '小明', '王', 'student-bcdefg'],
  ['a last name without Latin letters', 'Ming', '王', 'student-bcdefg'],
  ['a first name without Latin letters', '明', 'Wang', 'wang'],
  ['too few letters', '明', 'Li', 'student-bcdefg'],
  ['a short last name', 'Bo', 'O', 'o.b'],
  ['a double name', 'Anne-Marie', 'Smith Jones', 'smithjones.a'],
  ['markup', '<img onerror=x>', 'Test', 'test.i'],
  ['Nordic letters', 'Øystein', 'Bjørnsgård', 'bjornsgard.o'],
  ['a sharp s', 'Åsa', 'Weiß', 'weiss.a'],
])('%s', (_, first_name, last_name, expected) => {
  expect(makeUsername({ first_name, last_name }, () => false, chance)).toBe(expected)
})

test('a number follows until the name is free', () => {
  const taken = new Set(['chen.m', 'chen.m2', 'chen.m3'])
  expect(makeUsername({ first_name: 'M', last_name: 'Chen' }, (name) => taken.has(name), chance)).toBe(
    'chen.m4',
  )
})

test('law: every made name has the form of a user name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first_name, last_name) => {
      expect(makeUsername({ first_name, last_name }, () => false, chance)).toMatch(/^[a-z0-9._-]{3,40}$/)
    }),
  )
})

test('letters outside a–z are folded or dropped', () => {
  expect(latinLetters('Æþel-Straße 9')).toBe('aethelstrasse')
})
