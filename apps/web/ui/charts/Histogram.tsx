import type { KeyboardEvent, ReactElement } from 'react'
import { number, t } from '../../words/words.ts'
import type { SubjectOfFigure } from '../explained.ts'
import { Figure, useOpenEvidence } from '../Figure.tsx'
import { Chart } from './Chart.tsx'

export interface Band extends SubjectOfFigure {
  /** "41–60" */
  label: string
  count: number
}

const width = 640
const height = 240
const base = 200
const tallest = 160

/** Counts in bands as bars with their counts, and the same as a table. */
export function Histogram({
  title,
  sentence,
  bandName,
  bands,
}: {
  title: string
  sentence: string
  /** What the bands divide: "Marks in percent". */
  bandName: string
  bands: readonly Band[]
}): ReactElement {
  const step = width / bands.length
  const most = Math.max(1, ...bands.map((band) => band.count))
  return (
    <Chart
      title={title}
      sentence={sentence}
      table={(open) => <Twin bandName={bandName} bands={bands} open={open} />}
    >
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{title}</title>
        <line x1="0" x2={width} y1={base} y2={base} className="chart-axis" />
        {bands.map((band, at) => (
          <Bar key={band.label} band={band} x={at * step} step={step} tall={(tallest * band.count) / most} />
        ))}
      </svg>
    </Chart>
  )
}

function Bar({ band, x, step, tall }: { band: Band; x: number; step: number; tall: number }) {
  const open = useOpenEvidence()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(band)
  }
  const middle = x + step / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot hold an HTML button
    <g
      role="button"
      tabIndex={0}
      className="chart-button"
      aria-label={t('ui.chart.band', { label: band.label, n: band.count })}
      onClick={() => open(band)}
      onKeyDown={press}
    >
      <rect x={x + step * 0.15} y={base - tall} width={step * 0.7} height={tall} className="chart-bar" />
      <text x={middle} y={base + 24} textAnchor="middle" className="chart-text">
        {band.label}
      </text>{' '}
      <text x={middle} y={base - tall - 8} textAnchor="middle" className="chart-text">
        {number(band.count)}
      </text>
    </g>
  )
}

function Twin({ bandName, bands, open }: { bandName: string; bands: readonly Band[]; open: boolean }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{bandName}</th>
          <th scope="col">{t('ui.chart.count')}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ label, count, subject_type, subject_id }) => (
          <tr key={label}>
            <th scope="row" className="figure-text">
              {label}
            </th>
            <td>
              {open ? (
                <Figure subject_type={subject_type} subject_id={subject_id} text={number(count)} />
              ) : (
                number(count)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
