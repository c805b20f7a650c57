import { classFigures } from '@waymark/contract/reports.ts'
import { classResults } from '../../attempts/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { mapAttemptEnds } from '../store/attempt-ends.ts'
import {
  attemptHref,
  decimal,
  type EvidenceItem,
  type Explained,
  marksText,
  nothingMore,
  plainItem,
} from './explanation.ts'

type Figure = (typeof classFigures)[number]
type Results = Awaited<ReturnType<typeof classResults>>
type Row = Results['rows'][number]

const isFigure = (name: string): name is Figure => (classFigures as readonly string[]).includes(name)

/** A figure of a class's results down to the attempts that it is made of. `id` is `{assignment_id}~{figure}`. */
export async function figureExplanation(ctx: Context, tx: Tx, id: string): Promise<Explained> {
  const [assignmentId = '', figure = '', ...rest] = id.split('~')
  if (!isFigure(figure) || rest.length > 0) throw new Refused('not_found')
  const results = await classResults(ctx, tx, assignmentId, { sort: 'percentage', direction: 'up' })
  const rows = results.rows.filter((row) => counts(figure, row))
  const ends = await mapAttemptEnds(
    tx,
    rows.flatMap(({ attempt_id }) => attempt_id ?? []),
  )
  const value = valueOfFigure(figure, results)
  return {
    ...nothingMore,
    subject: {
      subject_type: 'class_figure',
      subject_id: id,
      title: `${results.assignment.quiz_title}, ${results.assignment.classroom_name}`,
    },
    value,
    display: displayOf(figure, value, results),
    state: value === null ? 'not_enough_evidence' : 'known',
    state_reasons: value === null ? ['too_few_results'] : [],
    rule: { sentence: sentenceOf(figure, results), formula_version: 'class-figures-1' },
    evidence: rows.flatMap((row) => itemOf(row, ends, ctx.now)),
    would_settle: value === null ? [wouldSettle(figure)] : [],
    degraded_reasons: value !== null && results.waiting > 0 ? ['marks_waiting'] : [],
    as_of: results.basis.as_of,
  }
}

/** Bands are those of the histogram, from 1. */
const bandIndex = (figure: Figure): number | null =>
  figure.startsWith('band_') ? Number(figure.slice('band_'.length)) - 1 : null

function counts(figure: Figure, row: Row): boolean {
  if (figure === 'completed') return row.status === 'completed'
  const band = bandIndex(figure)
  if (row.percentage === null) return false
  return band === null || bandHolds(band, row.percentage)
}

const BAND_TOPS = [20, 40, 60, 80, 100]
const bandHolds = (band: number, percentage: number): boolean =>
  percentage <= (BAND_TOPS[band] ?? 100) && (band === 0 || percentage > (BAND_TOPS[band - 1] ?? 0))

function valueOfFigure(figure: Figure, { tiles, histogram }: Results): number | null {
  const band = bandIndex(figure)
  if (band !== null) return histogram[band]?.count ?? 0
  return tiles[figure as keyof typeof tiles]
}

function displayOf(figure: Figure, value: number | null, { tiles }: Results): string {
  if (value === null) return '?'
  if (figure === 'completed') return `${value} of ${tiles.expected}`
  if (bandIndex(figure) !== null) return String(value)
  return figure === 'sd' ? decimal(value) : `${decimal(value)}%`
}

const NAMES: Record<'mean' | 'median' | 'highest' | 'lowest' | 'sd', string> = {
  mean: 'The mean of the percentages below',
  median: 'The middle one of the percentages below',
  highest: 'The highest of the percentages below',
  lowest: 'The lowest of the percentages below',
  sd: 'The standard deviation (sample) of the percentages below',
}
const RULES = { best: 'the best', latest: 'the latest', first: 'the first' }

function sentenceOf(figure: Figure, { basis, histogram }: Results): string {
  const band = histogram[bandIndex(figure) ?? -1]
  const what =
    figure === 'completed'
      ? 'How many of those it was set to have finished'
      : band
        ? `How many results lie from ${band.from}% to ${band.to}%`
        : NAMES[figure as keyof typeof NAMES]
  return `${what}; of several attempts of one person ${RULES[basis.rule]} counts.`
}

/** The spread needs two results, the other figures one. */
const wouldSettle = (figure: Figure): Explained['would_settle'][number] => ({
  kind: 'result',
  text: figure === 'sd' ? 'Two results' : 'One result',
  count: figure === 'sd' ? 2 : 1,
})

function itemOf(row: Row, ends: ReadonlyMap<string, Date>, now: Date): EvidenceItem[] {
  const { attempt_id } = row
  if (attempt_id === null) return []
  return [
    {
      ...plainItem,
      id: attempt_id,
      kind: 'attempt',
      source: row.name,
      excerpt: marksText(row.score, row.max_score),
      occurred_at: (ends.get(attempt_id) ?? now).toISOString(),
      href: attemptHref(attempt_id),
    },
  ]
}
