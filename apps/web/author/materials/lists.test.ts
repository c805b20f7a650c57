import { describe, expect, it } from 'vitest'
import { blankRow, changeBetween, firstIncomplete, type Rows, rowsOf } from './lists.ts'

const place = { document_id: 'd', passage_id: 'p' }
const rows = rowsOf({
  objectives: [{ id: 'o1', ...place, text: 'Name three input devices', competency_id: 'c' }],
  vocabulary: [{ id: 'v1', ...place, term: 'RAM', definition: 'Holds running programs' }],
  step_lists: [{ id: 's1', ...place, heading: null, steps: ['Fetch', 'Decode', 'Execute'] }],
  misconceptions: [{ id: 'm1', ...place, belief: 'RAM keeps files', correction: null }],
  activities: [],
  code_blocks: [],
  existing_questions: [],
  pictures: [],
})

const withList = (list: keyof Rows, ...more: Rows[keyof Rows][number][]): Rows => ({
  ...rows,
  [list]: [...rows[list], ...more],
})

describe('what was found, as rows of text', () => {
  it('shows lists of texts one to a line and nothing for what is missing', () => {
    expect(rows.step_lists).toEqual([{ id: 's1', fields: { heading: '', steps: 'Fetch\nDecode\nExecute' } }])
    expect(rows.misconceptions[0]?.fields.correction).toBe('')
  })
})

describe('corrections', () => {
  it('send nothing when nothing was changed', () => {
    expect(changeBetween(rows, rows)).toEqual({})
  })

  it('send the whole list that was changed, with the ids of what was found before', () => {
    const added = withList('vocabulary', { fields: { term: ' ROM ', definition: 'Keeps its content' } })
    expect(changeBetween(rows, added)).toEqual({
      vocabulary: [
        { id: 'v1', term: 'RAM', definition: 'Holds running programs' },
        { term: 'ROM', definition: 'Keeps its content' },
      ],
    })
  })

  it('leave out rows that say nothing', () => {
    expect(changeBetween(rows, withList('objectives', blankRow('objectives')))).toEqual({
      objectives: [{ id: 'o1', text: 'Name three input devices' }],
    })
  })

  it('send one text for each line, and null for an optional text that is blank', () => {
    const steps = { id: 's1', fields: { heading: ' ', steps: 'Fetch\n\n Decode ' } }
    expect(changeBetween(rows, { ...rows, step_lists: [steps] })).toEqual({
      step_lists: [{ id: 's1', heading: null, steps: ['Fetch', 'Decode'] }],
    })
  })

  it('keep the white space of code', () => {
    const code = { fields: { code: 'for i in range(3):\n    print(i)' } }
    expect(changeBetween(rows, withList('code_blocks', code)).code_blocks).toEqual([code.fields])
  })
})

describe('a row that is not complete', () => {
  it('is named with its field', () => {
    const halfTyped = withList('vocabulary', { fields: { term: 'ROM', definition: ' ' } })
    expect(firstIncomplete(halfTyped)).toEqual({ list: 'vocabulary', row: 1, field: 'definition' })
    expect(firstIncomplete(withList('objectives', { fields: { text: 'Know RAM' } }))).toEqual({
      list: 'objectives',
      row: 1,
      field: 'text',
    })
    const oneStep = withList('step_lists', { fields: { heading: 'Boot', steps: 'Switch it on' } })
    expect(firstIncomplete(oneStep)).toEqual({ list: 'step_lists', row: 1, field: 'steps' })
  })

  it('is none when only optional fields are blank', () => {
    expect(firstIncomplete(rows)).toBeNull()
  })
})
