import type { ReactElement } from 'react'

const width = 320
const height = 24

/**
 * A figure of 0–1 with its interval on a line. It is decoration beside the words that say the same,
 * so a screen reader skips it.
 */
export function Interval({ low, value, high }: { low: number; value: number; high: number }): ReactElement {
  const x = (share: number) => 8 + share * (width - 16)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="chart-interval-bar">
      <line x1={x(0)} x2={x(1)} y1="12" y2="12" className="chart-axis" />
      <line x1={x(low)} x2={x(high)} y1="12" y2="12" className="chart-interval" />
      <circle cx={x(value)} cy="12" r="7" className="chart-bar" />
    </svg>
  )
}
