import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { bullet, extractFrom, heading, listing, notes, paragraph, step, table } from '../testing/blocks.ts'

const material = (...blocks: (Block | Block[])[]) => extractFrom(...blocks).material

describe('steps', () => {
  const lists = (...blocks: Block[]) =>
    material(...blocks).step_lists.map(({ heading: above, steps }) => [above, steps.map(({ text }) => text)])

  it('a numbered list is one list of steps under its heading', () => {
    expect(lists(heading('Make tea'), step('Boil the water.'), step('Pour it.'), step('Wait.'))).toEqual([
      ['Make tea', ['Boil the water.', 'Pour it.', 'Wait.']],
    ])
  })

  it('typed numbers count too, from line to line', () => {
    expect(
      lists(paragraph('To start:'), paragraph('1. Press the key.'), paragraph('2) Wait.\n3. Read.')),
    ).toEqual([['To start', ['Press the key.', 'Wait.', 'Read.']]])
    expect(lists(paragraph('Step 1: Press the key.'), paragraph('Step 2: Wait.'))).toEqual([
      [null, ['Press the key.', 'Wait.']],
    ])
  })

  it('a picture or listing between steps does not part them; a new list or heading does', () => {
    expect(lists(step('First do this.'), listing('print(1)'), step('Then do that.'))).toHaveLength(1)
    expect(lists(step('A one'), step('A two'), step('B one', 'b'), step('B two', 'b'))).toHaveLength(2)
    expect(
      lists(step('A one'), step('A two'), heading('Next'), step('A three'), step('A four')),
    ).toHaveLength(2)
  })

  it('numbered questions and numbered objectives are no steps', () => {
    expect(lists(step('What is a bit?'), step('What is a byte?'))).toEqual([])
    expect(lists(heading('Objectives'), step('Explain binary numbers'), step('Convert to denary'))).toEqual(
      [],
    )
  })

  it('one numbered line is no list', () => {
    expect(lists(paragraph('1. Alone.'), paragraph('Text.'))).toEqual([])
  })
})

describe('misconceptions', () => {
  const pairs = (...blocks: (Block | Block[])[]) =>
    material(...blocks).misconceptions.map(({ belief, correction }) => [
      belief.text,
      correction?.text ?? null,
    ])
  const belief = 'RAM keeps files without power.'
  const correction = 'RAM loses its contents.'

  it.each([
    ['Common misconception', 'Correction'],
    ['Misconceptions', 'How to address it'],
    ['Common errors', 'What is true'],
  ])('in the columns %j and %j', (left, right) => {
    expect(
      pairs(
        table([
          [left, right],
          [belief, correction],
        ]),
      ),
    ).toEqual([[belief, correction]])
  })

  it('in a table under the heading', () => {
    expect(pairs(heading('Common misconceptions'), table([[belief, correction]]))).toEqual([
      [belief, correction],
    ])
  })

  it.each([
    [`${belief} Correction: ${correction}`, belief],
    [`${belief} → ${correction}`, belief],
    [`${belief} In fact, ${correction}`, belief],
    [`“${belief}” – ${correction}`, belief],
  ])('in one line: %j', (line, expected) => {
    expect(pairs(heading('Misconceptions'), bullet(line))).toEqual([[expected, correction]])
  })

  it('in speaker notes, the correction in the next line', () => {
    expect(pairs(notes(`Misconception: ${belief}`), notes(`Correction: ${correction}`))).toEqual([
      [belief, correction],
    ])
  })

  it('beside the words in a lesson plan', () => {
    const rows = [
      ['Title', 'Memory'],
      ['Common misconceptions', `Pupils may think that ${belief}\nThe monitor is the computer.`],
    ]
    expect(pairs(table(rows))).toEqual([
      [belief, null],
      ['The monitor is the computer.', null],
    ])
  })
})

describe('activities', () => {
  it.each(['Activity 1', 'Task: sort the cards', 'Starter', 'Challenge', 'Do now', 'Exercise 2a – loops'])(
    '%j takes the next four paragraphs at most',
    (name) => {
      const [activity] = material(
        heading(name),
        ...['a', 'b', 'c', 'd', 'e'].map((text) => paragraph(text)),
      ).activities
      expect(activity?.heading.text).toBe(name)
      expect(activity?.paragraphs.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  it('an activity ends where the next begins', () => {
    const found = material(
      paragraph('Starter'),
      paragraph('Sort.'),
      paragraph('Task 1'),
      paragraph('Write.'),
    ).activities
    expect(found.map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1])
  })

  it('a word that only begins alike is none', () => {
    expect(material(paragraph('Tasks like this are hard.'), paragraph('Text.')).activities).toEqual([])
  })
})

describe('code', () => {
  it('a listing keeps its white space', () => {
    const code = 'for i in range(3):\n    print(i)\n\nprint("end")'
    expect(material(listing(code)).code_blocks).toEqual([{ code, ords: [1] }])
  })

  it('two plain lines that parse as Python are a listing', () => {
    const found = material(
      paragraph('total = 0'),
      paragraph('for n in [1, 2]:'),
      paragraph('    total = total + n'),
    )
    expect(found.code_blocks.map(({ code }) => code)).toEqual([
      'total = 0\nfor n in [1, 2]:\n    total = total + n',
    ])
  })

  it('curly quotes become straight ones', () => {
    expect(material(paragraph('name = “Ada”\nprint(name)')).code_blocks[0]?.code).toBe(
      'name = "Ada"\nprint(name)',
    )
  })

  it.each([
    ['prose', 'Import the file.\nPrint the page.'],
    ['words', 'Wi-Fi\nIPv4'],
    ['sums', '5 + 6 = 11\n7 + 8 = 15'],
    ['one line', 'print("hello")'],
    ['lines that do not parse', 'for i in range(3)\nprint i i'],
    ['labels', 'Time: 10\nClass: 8'],
  ])('%s is no listing', (_name, text) => {
    expect(material(...text.split('\n').map((line) => paragraph(line))).code_blocks).toEqual([])
  })

  it('a listing longer than a passage names all its passages', () => {
    const code = Array.from({ length: 90 }, (_, at) => `number_${at} = ${at} * ${at}`).join('\n')
    const { material: found, passages } = extractFrom(listing(code))
    expect(found.code_blocks[0]?.ords).toEqual([1, 2])
    expect(passages.map(({ text }) => text).join('\n')).toBe(code)
  })
})

describe('existing questions', () => {
  const lettered = ['What is a byte?', 'A) 4 bits', 'B) 8 bits', 'C) 16 bits']

  it('with lettered options and the answer’s letter', () => {
    const [question] = material(
      ...[...lettered, 'Answer: B'].map((line) => paragraph(line)),
    ).existing_questions
    expect(question?.stem.text).toBe('What is a byte?')
    expect(question?.options.map(({ text }) => text)).toEqual(['4 bits', '8 bits', '16 bits'])
    expect(question?.answer).toMatchObject({ text: 'B', option: 1 })
  })

  it('with a marked option', () => {
    const lines = ['What is a byte?', 'A) 4 bits', 'B) 8 bits ✓']
    const [question] = material(...lines.map((line) => paragraph(line))).existing_questions
    expect(question?.answer).toMatchObject({ text: '8 bits', option: 1 })
  })

  it('with bullets for options', () => {
    const [question] = material(
      paragraph('1. What is a byte?'),
      bullet('4 bits'),
      bullet('8 bits'),
    ).existing_questions
    expect(question?.stem.text).toBe('What is a byte?')
    expect(question?.options).toHaveLength(2)
    expect(question?.answer).toBeNull()
  })

  it('with its answer in the same line', () => {
    const [question] = material(paragraph('Q1. How many bits are in a byte? Answer: 8')).existing_questions
    expect(question).toMatchObject({
      stem: { text: 'How many bits are in a byte?' },
      answer: { text: '8', option: null },
    })
  })

  it('a bare question is none', () => {
    expect(material(paragraph('What is a byte?'), paragraph('Ask your partner.')).existing_questions).toEqual(
      [],
    )
  })
})
