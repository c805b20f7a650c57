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
  /^(user.?name|first.?name|forename|last.?name|surname|year(.?group)?|class|form|group|password)$/i
const userName = /^user.?name$/i
const delimiters = ['\t', ';', ','] as const

/**
 * Reads what people paste: a table with its header, as it is; or one student a line, "Marcus Chen" or
 * "Marcus, Chen, 8, 8C", without a header. Each line keeps its place, so that problems name the right one.
 */
export function readPastedList(text: string, usual: Usual): PastedList {
  const lines = text.split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const header = cellsOf(first)
  if (header.filter((cell) => headers.test(cell)).length >= 2)
    return {
      csv: header.some((cell) => userName.test(cell)) ? text : withUserNames(lines, first),
      lineShift: 0,
    }
  const rows = lines.map((line) => rowOf(line, usual))
  return { csv: ['username,first_name,last_name,year_group,class', ...rows].join('\n'), lineShift: 1 }
}

/** A table without user names gets an empty column of them: they are made from the names. */
function withUserNames(lines: readonly string[], header: string): string {
  const sign = delimiterOf(header) ?? ','
  return lines
    .map((line) => {
      if (line.trim() === '') return line
      return line === header ? `username${sign}${line}` : `${sign}${line}`
    })
    .join('\n')
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
  const cellsOfRow = ['', firstName, lastName, year || usual.year, className || usual.className]
  return cellsOfRow.map(quoted).join(',')
}

function cellsOf(line: string): string[] {
  const delimiter = delimiterOf(line)
  return (delimiter ? line.split(delimiter) : [line]).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

const delimiterOf = (line: string) => delimiters.find((sign) => line.includes(sign))

/** The last word is the last name; all before it the first names. */
function namesOf(name: string): [string, string] {
  const words = name.split(/\s+/)
  return [words.slice(0, -1).join(' ') || name, words.length > 1 ? (words.at(-1) ?? '') : '']
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
