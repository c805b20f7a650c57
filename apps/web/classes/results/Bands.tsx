import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { Histogram } from '../../ui/charts/Histogram.tsx'
import { t } from '../../words/words.ts'

/** How many students are in each fifth of the marks. */
export function Bands({
  assignmentId,
  histogram,
}: {
  assignmentId: string
  histogram: Reply<'getClassResults'>['histogram']
}): ReactElement {
  const bands = histogram.map(({ from, to, count }, at) => ({
    subject_type: 'class_figure',
    subject_id: `${assignmentId}~band_${at + 1}`,
    label: bandLabel(from, to),
    count,
  }))
  return (
    <Histogram
      title={t('classes.histogram')}
      sentence={sentenceOf(bands)}
      bandName={t('classes.band_name')}
      bands={bands}
    />
  )
}

/** "41–60" */
export const bandLabel = (from: number, to: number): string => `${from}–${to}`

function sentenceOf(bands: { label: string; count: number }[]): string {
  const all = bands.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return t('classes.histogram_empty')
  const largest = bands.reduce((best, band) => (band.count > best.count ? band : best))
  return t('classes.histogram_sentence', { n: largest.count, all, band: largest.label })
}
