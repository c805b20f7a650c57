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
  const filled = bands.filter(({ count }) => count > 0)
  if (filled.length === 0) return t('classes.nobody_finished')
  const all = filled.reduce((sum, { count }) => sum + count, 0)
  const parts = filled.map(({ label, count }) => t('classes.histogram_part', { n: count, band: label }))
  return t('classes.histogram_sentence', { all, parts: parts.join(', ') })
}
