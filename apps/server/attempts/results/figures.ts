import type { ClassResults } from '@waymark/contract/attempts/results.ts'
import { roundHalfUp } from '@waymark/science/marking/rounding.ts'
import { summariseResults } from '@waymark/science/statistics/summary.ts'
import type { z } from 'zod'
import type { CountedRow } from './rows.ts'

type Results = z.output<typeof ClassResults>

const BANDS = [
  { from: 0, to: 20 },
  { from: 21, to: 40 },
  { from: 41, to: 60 },
  { from: 61, to: 80 },
  { from: 81, to: 100 },
]

/** Tiles, histogram and basis of a set of rows (spec 03 §13). The same rows give the same figures everywhere. */
export function figuresOf(rows: readonly CountedRow[]): Pick<Results, 'tiles' | 'histogram' | 'waiting'> & {
  counted: number
  excluded: Results['basis']['excluded']
} {
  const shares = rows.flatMap(({ share }) => (share === null ? [] : [{ score: share, maximum: 1 }]))
  const { bands, mean, median, highest, lowest, sd } = summariseResults(shares)
  const shown = (value: number | null) => (value === null ? null : roundHalfUp(value, 2))
  const inState = (status: string) => rows.filter(({ row }) => row.status === status).length
  return {
    tiles: {
      completed: inState('completed'),
      expected: rows.length - inState('excused'),
      mean: shown(mean),
      median: shown(median),
      highest: shown(highest),
      lowest: shown(lowest),
      sd: shown(sd),
    },
    histogram: BANDS.map((band, index) => ({ ...band, count: bands[index] ?? 0 })),
    waiting: rows.reduce((sum, { row }) => sum + row.waiting, 0),
    counted: shares.length,
    excluded: {
      excused: inState('excused'),
      abandoned: inState('abandoned'),
      running: inState('in_progress'),
    },
  }
}
