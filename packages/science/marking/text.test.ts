import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  containsWords,
  editDistance,
  keywordFound,
  matchesWithinTypos,
  normaliseText,
  typosAllowed,
} from './text.ts'

describe('text normalisation', () => {
  it.each([
    [' Random  Access Memory. ', 'random access memory'],
    ['\u201cIt\u2019s\u201d \u2013 fine', '"it\'s" - fine'],
    ['a\u200bb\ufeffc\u00add', 'abcd'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['one\u00a0\ttwo\r\nthree', 'one two three'],
    ['STRASSE', 'strasse'],
    ['Stra\u00dfe', 'strasse'],
    ['\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c2'],
    ['stop ..', 'stop .'],
    ['stop .', 'stop'],
    ['.', ''],
    ['', ''],
  ])('makes %j %j', (typed, normal) => {
    expect(normaliseText(typed)).toBe(normal)
  })

  it('keeps the case where the case counts', () => {
    expect(normaliseText(' RAM. ', true)).toBe('RAM')
  })

  it('does not depend on Unicode form or white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const normal = normaliseText(text)
        expect(normaliseText(text.normalize('NFD'))).toBe(normal)
        expect(normaliseText(text.normalize('NFC'))).toBe(normal)
        expect(normaliseText(` \u00a0${text.replaceAll(' ', '\t  ')}\n`)).toBe(normal)
      }),
    )
  })
})

describe('edit distance with swaps', () => {
  it.each([
    ['memory', 'memory', 0],
    ['memry', 'memory', 1],
    ['mmeory', 'memory', 1],
    ['acess', 'access', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['\u{1f600}a', '\u{1f601}a', 1],
  ])('between %j and %j is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('is the same both ways, 0 only for equal texts, and keeps to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b)
        expect(editDistance(b, a)).toBe(distance)
        expect(distance === 0).toBe(a === b)
        expect(editDistance(a, b, limit) <= limit).toBe(distance <= limit)
        if (distance <= limit) expect(editDistance(a, b, limit)).toBe(distance)
      }),
    )
  })
})

describe('typing slips', () => {
  it.each([
    ['ram', 2, 0],
    ['loop', 2, 0],
    ['array', 2, 1],
    ['variable', 2, 1],
    ['algorithm', 2, 2],
    ['algorithm', 1, 1],
    ['192.168.10.1', 2, 0],
  ])('in %j with at most %d are forgiven up to %d', (accepted, most, allowed) => {
    expect(typosAllowed(accepted, most)).toBe(allowed)
  })

  it.each([
    ['random acess memory', 'random access memory', 1, true],
    ['rem', 'ram', 1, false],
    ['memry', 'memory', 1, true],
    ['memry', 'memory', 0, false],
    ['memr', 'memory', 1, false],
    ['ram', 'ram', 0, true],
  ])('%j for %j with at most %d: %s', (typed, accepted, most, matches) => {
    expect(matchesWithinTypos(typed, accepted, most)).toBe(matches)
  })
})

describe('keywords', () => {
  it.each([
    ['the processor runs instructions', 'cpu|processor', true],
    ['processors', 'cpu|processor', false],
    ['the hard drive', 'Hard Drive', true],
    ['hard drives', 'hard drive', false],
    ['written in c++.', 'c++', true],
    ['subtotals', 'total', false],
    ['a total, then', 'total', true],
    ['\u00e9cole', 'cole', false],
    ['anything', '|', false],
  ])('%j holds %j: %s', (text, keyword, found) => {
    expect(keywordFound(text, keyword)).toBe(found)
  })

  it('are found at a later place when the first is inside another word', () => {
    expect(containsWords('cart and art', 'art')).toBe(true)
    expect(containsWords('cart', '')).toBe(false)
  })

  it('keep the case where the case counts', () => {
    expect(keywordFound('a Class of its own', 'class', true)).toBe(false)
    expect(keywordFound('a class of its own', 'class', true)).toBe(true)
  })
})
