/** A pasted list as the CSV that the server reads. */
export interface PastedList {
  csv: string
  /** Lines that were put before the list: line n of the server is line n − shift of the list. */
  lineShift: number
}

/** For lines that name only the student. */
export interface Usual {
  year: string
  className: string
}

const headers =
  /^(user.?name|login|first.?name|forename|given.?name|last.?name|surname|family.?name|year(.?group)?|class(es)?|form|group|password)$/i
const delimiters = ['\t', ';', ','] as const

/**
 * Reads what people paste: a table with its header, as it is; or one student a line, "Marcus Chen" or
 * "Marcus, Chen, 8, 8C", without a header. Each line keeps its place, so that problems name the right one.
 */
export function readPastedList(text: string, usual: Usual): PastedList {
  const lines = text.split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (cellsOf(first).filter((cell) => headers.test(cell)).length >= 2) return { csv: text, lineShift: 0 }
  const rows = lines.map((line) => rowOf(line, usual))
  return { csv: ['first_name,last_name,year_group,class', ...rows].join('\n'), lineShift: 1 }
}

/** The line of the list that a problem is about; empty when there is none. */
export function lineOfList(text: string, { lineShift }: PastedList, line: number): string {
  return text.split(/\r\n|\n|\r/)[line - lineShift - 1]?.trim() ?? ''
}

function rowOf(line: string, usual: Usual): string {
  if (line.trim() === '') return ''
  const cells = cellsOf(line)
  const [firstName = '', lastName = ''] = cells.length > 1 ? cells : namesOf(cells[0] ?? '')
  const [, , year = '', className = ''] = cells
  return [firstName, lastName, year || usual.year, className || usual.className].map(quoted).join(',')
}

function cellsOf(line: string): string[] {
  const delimiter = delimiters.find((sign) => line.includes(sign))
  return (delimiter ? line.split(delimiter) : [line]).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/** The last word is the last name; all before it the first names. */
function namesOf(name: string): [string, string] {
  const words = name.split(/\s+/)
  return [words.slice(0, -1).join(' ') || name, words.length > 1 ? (words.at(-1) ?? '') : '']
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
