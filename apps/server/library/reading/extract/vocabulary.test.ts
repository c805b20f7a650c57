import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { bullet, extractFrom, heading, notes, paragraph, table } from '../testing/blocks.ts'

const found = (...blocks: (Block | Block[])[]) =>
  extractFrom(...blocks).material.vocabulary.map(({ term, definition }) => [term, definition])

const byte = ['Byte', 'a group of 8 bits']

describe('pairs are found in a section of words', () => {
  it.each([
    'Vocabulary',
    'Key words',
    'Keywords:',
    'Glossary',
    'Key vocabulary',
    'Key terms',
    'Glossary: Networks',
  ])('under %j', (cue) => {
    expect(found(heading(cue), bullet('Byte – a group of 8 bits'))).toEqual([byte])
  })

  it.each([
    ['Wi-Fi – a way to join a network without wires', 'Wi-Fi', 'a way to join a network without wires'],
    ['IPv4: an address made of 32 bits', 'IPv4', 'an address made of 32 bits'],
    ['Byte - a group of 8 bits', 'Byte', 'a group of 8 bits'],
    ['• Place value — what a digit is worth', 'Place value', 'what a digit is worth'],
  ])('%j', (line, term, definition) => {
    expect(found(heading('Vocabulary'), paragraph(line))).toEqual([[term, definition]])
  })

  it('several lines of one paragraph are several pairs', () => {
    expect(
      found(heading('Glossary'), paragraph('Byte: a group of 8 bits\nBit: one 0 or one 1')),
    ).toHaveLength(2)
  })

  it('a two-column table in such a section needs no header', () => {
    expect(found(heading('Key words'), table([byte]))).toEqual([byte])
  })
})

describe('pairs are found in tables', () => {
  it('of terms and meanings anywhere', () => {
    expect(found(table([['Term', 'Definition'], byte]))).toEqual([byte])
    expect(
      found(
        table([
          ['Key word', 'Example', 'Meaning'],
          ['Byte', '10110010', 'a group of 8 bits'],
        ]),
      ),
    ).toEqual([byte])
  })

  it('under such heads whatever a term is called', () => {
    const source = ['Source', 'the place where a river begins']
    const tip = ['Tip', 'the narrow end of a spit of sand']
    expect(found(heading('Glossary'), table([['Word', 'Meaning'], source, tip]))).toEqual([source, tip])
    expect(found(heading('Glossary'), table([source]), bullet('Source: page 4 of the atlas'))).toEqual([])
  })

  it('beside the words "Key vocabulary"', () => {
    const rows = [
      ['Title', 'Binary'],
      ['Key vocabulary', 'Byte: a group of 8 bits\nbit, nibble, word'],
    ]
    expect(found(table(rows))).toEqual([byte])
  })

  it('but not in a table of labels and texts', () => {
    const rows = [
      ['Time', 'sixty minutes in all'],
      ['Teacher', 'the teacher of the class'],
    ]
    expect(found(table(rows))).toEqual([])
  })
})

describe('what is no pair', () => {
  it.each([
    'Note: bring a pen',
    'Time: 10:30',
    'Time: 10:30 in the hall today',
    'Task 2: sort the twelve cards',
    'Answer: it is the second one',
    'Example: the number 1010 is ten',
    'Page 4: read the whole page',
    '10:30 – we start the second part',
    'Byte: 8 bits',
    'One two three four five six: too many words for a term',
    'Can you say what it means? – try it with a partner',
  ])('%j', (line) => {
    expect(found(heading('Vocabulary'), bullet(line))).toEqual([])
  })

  it('a pair outside any section of words', () => {
    expect(found(heading('Background'), paragraph('Byte: a group of 8 bits'))).toEqual([])
  })

  it('a definition of more than 60 words', () => {
    expect(found(heading('Vocabulary'), bullet(`Byte: ${'word '.repeat(61)}`))).toEqual([])
    expect(found(heading('Vocabulary'), bullet(`Byte: ${'word '.repeat(60)}`))).toHaveLength(1)
  })

  it('speaker notes', () => {
    expect(found([{ ...heading('Key words'), slide: 1 }], notes('Byte: a group of 8 bits'))).toEqual([])
  })

  it('a term that came before', () => {
    expect(
      found(heading('Vocabulary'), bullet('Byte: a group of 8 bits'), bullet('byte: eight binary digits')),
    ).toEqual([byte])
  })
})
