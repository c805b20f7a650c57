import type { Input, Reply } from '../../api.ts'

/** The address of what was typed into the unit itself, where the id of a document would stand. */
export const typed = 'typed'

type Materials = Reply<'getDocument'>['materials']
/** Corrections as the server takes them. */
export type Change = NonNullable<Input<'changeDocument'>['body']>

/** Lists of material that a teacher can correct. */
export const listNames = [
  'objectives',
  'vocabulary',
  'misconceptions',
  'step_lists',
  'activities',
  'code_blocks',
  'existing_questions',
] as const
export type ListName = (typeof listNames)[number]

/** A field of an item: a line of text, several lines as one text, or one text for each line. */
export interface FieldShape {
  name: string
  form: 'line' | 'area' | 'code' | 'lines'
  most: number
  /** May stay blank. */
  optional?: true
}

export const fieldsOf: Readonly<Record<ListName, readonly FieldShape[]>> = {
  objectives: [{ name: 'text', form: 'line', most: 500 }],
  vocabulary: [
    { name: 'term', form: 'line', most: 50 },
    { name: 'definition', form: 'area', most: 500 },
  ],
  misconceptions: [
    { name: 'belief', form: 'line', most: 500 },
    { name: 'correction', form: 'line', most: 500, optional: true },
  ],
  step_lists: [
    { name: 'heading', form: 'line', most: 200, optional: true },
    { name: 'steps', form: 'lines', most: 36_000 },
  ],
  activities: [
    { name: 'heading', form: 'line', most: 300 },
    { name: 'paragraphs', form: 'lines', most: 4800, optional: true },
  ],
  code_blocks: [{ name: 'code', form: 'code', most: 8000 }],
  existing_questions: [
    { name: 'stem', form: 'area', most: 1200 },
    { name: 'options', form: 'lines', most: 2400, optional: true },
    { name: 'answer', form: 'line', most: 300, optional: true },
  ],
}

/** An item as it stands in its fields: every field is text. `id` is there for what was found before. */
export interface Row {
  id?: string
  fields: Readonly<Record<string, string>>
}
export type Rows = Readonly<Record<ListName, readonly Row[]>>

/** What was found, as rows of text fields. */
export function rowsOf(materials: Materials): Rows {
  const rows = (list: ListName) =>
    materials[list].map((item): Row => {
      const values = item as unknown as Readonly<Record<string, unknown>>
      const fields = fieldsOf[list].map(({ name }) => [name, textOf(values[name])])
      return { id: item.id, fields: Object.fromEntries(fields) }
    })
  return Object.fromEntries(listNames.map((list) => [list, rows(list)])) as unknown as Rows
}

export const blankRow = (list: ListName): Row => ({
  fields: Object.fromEntries(fieldsOf[list].map(({ name }) => [name, ''])),
})

/** The corrections as the server takes them: only lists that differ, without rows that say nothing. */
export function changeBetween(before: Rows, after: Rows): Change {
  const changed = listNames.filter((list) => JSON.stringify(before[list]) !== JSON.stringify(after[list]))
  const edits = changed.map((list) => [
    list,
    after[list].filter((row) => !saysNothing(row)).map((row) => editOf(list, row)),
  ])
  return Object.fromEntries(edits) as Change
}

/** The first field that must say something and does not; null when all rows are complete. */
export function firstIncomplete(rows: Rows): { list: ListName; row: number; field: string } | null {
  for (const list of listNames) {
    for (const [row, one] of rows[list].entries()) {
      if (saysNothing(one)) continue
      const blank = fieldsOf[list].find(
        (field) => !field.optional && !isFilled(list, field.name, one.fields[field.name] ?? ''),
      )
      if (blank) return { list, row, field: blank.name }
    }
  }
  return null
}

const shortestObjective = 11
const fewestSteps = 2

function isFilled(list: ListName, field: string, value: string): boolean {
  if (list === 'objectives') return value.trim().length >= shortestObjective
  if (field === 'steps') return linesOf(value).length >= fewestSteps
  return value.trim() !== ''
}

const saysNothing = ({ fields }: Row) => Object.values(fields).every((value) => value.trim() === '')

function editOf(list: ListName, { id, fields }: Row): Record<string, unknown> {
  const values = fieldsOf[list].map(({ name, form, optional }) => {
    const text = fields[name] ?? ''
    if (form === 'lines') return [name, linesOf(text)]
    return [name, optional && text.trim() === '' ? null : form === 'code' ? text : text.trim()]
  })
  return { ...(id === undefined ? {} : { id }), ...Object.fromEntries(values) }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const textOf = (value: unknown) => (Array.isArray(value) ? value.join('\n') : String(value ?? ''))
