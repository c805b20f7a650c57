import type { Figure } from './figure.ts'

/** A table for the terminal: name, figure with its unit, the limit beside it, the note. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, limit, note }) => [
    name,
    `${readable(value)} ${unit}`,
    limit === undefined ? '' : `limit ${readable(limit)}`,
    note ?? '',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function readable(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits })
}
