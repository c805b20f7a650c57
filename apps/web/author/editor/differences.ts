import type { Draft } from './autosave.ts'

/** One part of a question in which two texts differ, and the single values in it that do. */
export interface Difference {
  /** The field of the question, or `question_tests`. */
  field: string
  values: { pointer: string; mine: string; theirs: string }[]
}

/** Fields that nobody edits by hand. */
const unedited = new Set(['content_version', 'origin'])

/** Where two texts of a question differ, field by field. */
export function differencesBetween(mine: Draft, theirs: Draft): Difference[] {
  const ours = parts(mine)
  const others = parts(theirs)
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(others)])].filter(
    (field) => !unedited.has(field),
  )
  return fields.flatMap((field) => {
    const own = leaves(ours[field], `/${field}`)
    const other = leaves(others[field], `/${field}`)
    const pointers = [...new Set([...own.keys(), ...other.keys()])]
    const values = pointers
      .filter((pointer) => own.get(pointer) !== other.get(pointer))
      .map((pointer) => ({ pointer, mine: own.get(pointer) ?? '', theirs: other.get(pointer) ?? '' }))
    return values.length > 0 ? [{ field, values }] : []
  })
}

/** My text with the fields named taken from the other one. */
export function mergeDrafts(mine: Draft, theirs: Draft, fromTheirs: ReadonlySet<string>): Draft {
  const ours = parts(mine)
  const others = parts(theirs)
  const fields = new Set([...Object.keys(ours), ...Object.keys(others)])
  const merged = [...fields].flatMap((field) => {
    const source = fromTheirs.has(field) ? others : ours
    return field in source ? [[field, source[field]]] : []
  })
  const { question_tests, ...question } = Object.fromEntries(merged)
  return { question, question_tests: question_tests as Draft['question_tests'] }
}

function parts({ question, question_tests }: Draft): Record<string, unknown> {
  return { ...question, question_tests }
}

/** Every single value below a pointer; what is left out, null or an empty list counts as nothing. */
function leaves(value: unknown, pointer: string): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object') return new Map([[pointer, String(value)]])
  return new Map(Object.entries(value).flatMap(([name, one]) => [...leaves(one, `${pointer}/${name}`)]))
}
