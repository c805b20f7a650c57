interface At {
  row: number
  column: number
}

/** Where a key leads from a cell of a grid; null when the key moves nothing. It stops at the borders. */
export function nextCell(
  key: string,
  { row, column }: At,
  size: { rows: number; columns: number },
  rightToLeft: boolean,
): At | null {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
  const sideways = rightToLeft ? -1 : 1
  const moves: Record<string, At> = {
    ArrowRight: { row, column: column + sideways },
    ArrowLeft: { row, column: column - sideways },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
  }
  const wish = moves[key]
  return wish ? { row: within(wish.row, size.rows), column: within(wish.column, size.columns) } : null
}
