import { CsvError, parse } from 'csv-parse/sync'

/** A line of a CSV file: its cells, trimmed, and the line of the file it starts on (1-based). */
export interface CsvLine {
  line: number
  cells: string[]
}

export type CsvTable =
  | { ok: true; delimiter: ',' | ';' | '\t'; lines: CsvLine[] }
  /** A quote is opened and not closed, or stands inside a cell. `line` is where reading stopped. */
  | { ok: false; code: 'malformed'; line: number }

/** What the parser gives with `info` and `raw`; its own types do not say it. */
interface Parsed {
  record: string[]
  info: { lines: number }
  raw: string
}

const delimiters = [',', ';', '\t'] as const

/**
 * Reads CSV text (RFC 4180; comma, semicolon or tab; byte-order mark and blank lines are skipped).
 * The delimiter is the one that stands most often in the first line outside quotes.
 */
export function readCsvTable(text: string): CsvTable {
  const delimiter = delimiterOf(text)
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Parsed[]
    return {
      ok: true,
      delimiter,
      lines: records.map(({ record, info, raw }) => ({ line: startLine(info.lines, raw), cells: record })),
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = typeof fault.lines === 'number' ? fault.lines : 1
    return { ok: false, code: 'malformed', line }
  }
}

function delimiterOf(text: string): ',' | ';' | '\t' {
  const header = text.replace(/^\uFEFF?\s*/, '').split(/\r?\n|\r/, 1)[0] ?? ''
  const bare = header.replace(/"[^"]*"/g, '')
  const times = (delimiter: string) => bare.split(delimiter).length
  return delimiters.reduce((best, next) => (times(next) > times(best) ? next : best))
}

/** The parser counts the line a record ends on; line breaks inside quotes lie between. */
const startLine = (endLine: number, raw: string) => endLine - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0)
