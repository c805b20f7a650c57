import type { Row } from './rows.ts'

const HEADER = [
  'Name',
  'Score',
  'Out of',
  'Percent',
  'Seconds',
  'Status',
  'Attempts',
  'Hints',
  'More tries',
  'Notes',
  'As of',
]

/**
 * The table of a class as a file (spec 03 §13): UTF-8 with a byte order mark, RFC 4180, the rows as they
 * stand on the screen. A text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function resultsCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    row.score,
    row.max_score,
    row.percentage,
    row.seconds,
    row.status,
    row.attempts,
    row.hints,
    row.retries,
    row.notes.join(' '),
    row.as_of,
  ])
  return `\ufeff${[HEADER, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** `{class}-{quiz}-{date}.csv`; what a file name may not hold becomes a space. */
export function csvName(classroom: string, quiz: string, date: string): string {
  const plain = (text: string) =>
    text
      .replace(/[^\p{L}\p{N} _.()]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  return `${plain(classroom)}-${plain(quiz)}-${date}.csv`
}
