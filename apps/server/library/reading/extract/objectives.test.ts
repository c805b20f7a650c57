import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { bullet, extractFrom, heading, hidden, listing, paragraph, step, table } from '../testing/blocks.ts'

const found = (...blocks: (Block | Block[])[]) =>
  extractFrom(...blocks).material.objectives.map(({ text }) => text)

const convert = 'Convert binary numbers to denary'
const explain = 'Explain why computers use binary'

describe('objectives are found after a cue', () => {
  it.each([
    'Learning objectives',
    'Learning Objectives:',
    'Objectives',
    'Success criteria',
    'By the end of this lesson, pupils will be able to:',
    'By the end of the lesson students should be able to',
    'Pupils will:',
    'I can…',
    'We are learning to:',
    'Learning intentions',
    'Lesson outcomes',
  ])('the list under %j', (cue) => {
    expect(found(heading(cue), bullet(convert), bullet(explain))).toEqual([convert, explain])
    expect(found(paragraph(cue), bullet(convert), bullet(explain))).toEqual([convert, explain])
  })

  it('numbered items and typed bullets are stripped of their marks', () => {
    expect(found(heading('Objectives'), step(convert), step(explain))).toEqual([convert, explain])
    expect(found(heading('Objectives'), paragraph(`• ${convert}`), paragraph(`2. ${explain}`))).toEqual([
      convert,
      explain,
    ])
  })

  it.each([
    [`Learning objective: ${convert}`, convert],
    ['I can convert binary numbers to denary.', 'convert binary numbers to denary.'],
    ['Pupils will be able to explain why computers use binary.', 'explain why computers use binary.'],
    ['By the end of this lesson you will be able to name five parts.', 'name five parts.'],
    ['We are learning to trace a loop by hand.', 'trace a loop by hand.'],
    ['Students should know what a byte is.', 'know what a byte is.'],
  ])('in one line: %j', (line, objective) => {
    expect(found(paragraph(line))).toEqual([objective])
  })

  it('the paragraph that introduces the list is none', () => {
    expect(found(heading('Objectives'), paragraph('Share these with the class.'), bullet(convert))).toEqual([
      convert,
    ])
  })

  it('the list ends the objectives', () => {
    const blocks = [heading('Objectives'), bullet(convert), paragraph('Hand out the cards and the pens now.')]
    expect(found(blocks)).toEqual([convert])
  })
})

describe('objectives are found in tables', () => {
  it('in the cell right of the cue', () => {
    const rows = [
      ['Lesson title', 'Binary numbers'],
      ['Learning objectives', `• ${convert}\n• ${explain}`],
      ['Resources', 'Cards and pens for every group'],
    ]
    expect(found(table(rows))).toEqual([convert, explain])
  })

  it('in the cell right of a cue that stands in the first row', () => {
    const rows = [
      ['Learning objective', convert],
      ['Resources', 'Cards and pens for every group'],
    ]
    expect(found(table(rows))).toEqual([convert])
  })

  it('under the cue, row by row of a table of lessons', () => {
    const rows = [
      ['Lesson', 'Learning objectives', 'Resources'],
      ['1', convert, 'Cards and pens'],
      ['2', `${explain}\nDescribe what a byte is`, 'Slides and cards'],
    ]
    expect(found(table(rows))).toEqual([convert, explain, 'Describe what a byte is'])
  })

  it('within the cell that begins with the cue', () => {
    expect(found(table([[`Objectives:\n${convert}`, 'Time: 60 minutes']]))).toEqual([convert])
  })
})

describe('what is no objective', () => {
  it.each([
    ['ten characters or fewer', [heading('Objectives'), bullet('Use binary')]],
    ['prose with "by the end"', [paragraph('By the end of the war, computers filled whole rooms.')]],
    ['what pupils will do in class', [paragraph('Pupils will work in pairs to sort the cards.')]],
    ['a question', [heading('Objectives'), bullet('What do you know about binary already?')]],
    ['hidden text', [heading('Objectives'), hidden('Explain why every answer is B')]],
    ['a listing', [heading('Objectives'), listing('print("objectives")')]],
  ])('%s', (_name, blocks) => {
    expect(found(blocks)).toEqual([])
  })

  it('a repeated objective counts once, in the order of the document', () => {
    expect(
      found(
        heading('Objectives'),
        bullet(explain),
        bullet(convert),
        heading('Success criteria'),
        bullet(`${explain}.`),
      ),
    ).toEqual([explain, convert])
  })
})

it('each objective names the passage that holds it', () => {
  const { material, passages } = extractFrom(
    heading('Objectives'),
    table([
      ['Lesson', 'Objectives'],
      ['1', convert],
      ['2', explain],
    ]),
  )
  for (const { text, ord } of material.objectives) {
    expect(passages.find((passage) => passage.ord === ord)?.text).toContain(text)
  }
  expect(material.objectives).toHaveLength(2)
})
