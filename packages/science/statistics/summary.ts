import { shownPercentage } from '../marking/rounding.ts'

/** Figures of a list of numbers; null where there are none, `sd` (sample) also for a single one. */
export interface Summary {
  count: number
  mean: number | null
  median: number | null
  highest: number | null
  lowest: number | null
  sd: number | null
}

export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    mean: meanOf(sorted),
    median: medianOf(sorted),
    highest: sorted.at(-1) ?? null,
    lowest: sorted[0] ?? null,
    sd: sampleDeviation(sorted),
  }
}

/** One student's total beside its maximum. */
export interface Result {
  score: number
  maximum: number
}

/** Figures of a class, in per cent. `bands` counts 0–20, 21–40, 41–60, 61–80, 81–100 by the shown percentage. */
export interface ResultSummary extends Summary {
  bands: number[]
}

const BAND_TOPS = [20, 40, 60, 80, 100]

/** Results with a maximum of 0 have no percentage and are left out. Figures are exact; round them to show. */
export function summariseResults(results: readonly Result[]): ResultSummary {
  const counted = results.filter(({ maximum }) => maximum > 0)
  const bands = BAND_TOPS.map(() => 0)
  for (const { score, maximum } of counted) {
    const band = bandOf(shownPercentage(score, maximum))
    bands[band] = (bands[band] ?? 0) + 1
  }
  return { ...summarise(counted.map(({ score, maximum }) => (100 * score) / maximum)), bands }
}

/** Which of the five bands, 0–4, a shown whole percentage falls in. Throws a RangeError outside 0–100. */
export function bandOf(percentage: number): number {
  const band = BAND_TOPS.findIndex((top) => percentage <= top)
  if (band < 0 || percentage < 0) throw new RangeError(`${percentage} is no percentage of a whole`)
  return band
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return values.reduce((total, value) => total + value, 0) / values.length
}

function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

function sampleDeviation(values: readonly number[]): number | null {
  const mean = meanOf(values)
  if (mean === null || values.length < 2) return null
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}
