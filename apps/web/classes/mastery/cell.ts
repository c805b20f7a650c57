import type { Reply } from '../../api.ts'
import type { Cell } from '../../ui/charts/Heatmap.tsx'
import { tenths } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { standingSigns } from './standing-signs.ts'

type MasteryCell = Reply<'getClassMastery'>['students'][number]['cells'][number]

/** What a cell of the map shows: the tracer's figure and standing; "?" without enough evidence, never 0. */
export function cellOf(studentId: string, cell: MasteryCell): Cell {
  const subject = { subject_type: 'mastery', subject_id: `${studentId}~${cell.competency_id}` }
  const { probability, standing } = cell
  if (cell.state === 'not_enough_evidence' || probability === null || standing === null)
    return {
      ...subject,
      state: 'not_enough_evidence',
      text: '?',
      sign: '',
      word: t('classes.not_enough', { n: cell.answers_needed ?? 0 }),
    }
  const tenthsText = t('classes.tenths', { n: tenths(probability) })
  const word = t(`progress.standing_${standing}`)
  const sign = standingSigns[standing]
  if (cell.state === 'contested')
    return {
      ...subject,
      state: 'contested',
      text: `≠ ${tenthsText}`,
      sign,
      word: t('classes.contested', { word }),
    }
  return { ...subject, state: 'known', text: tenthsText, sign, word }
}
