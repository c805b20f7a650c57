import type { ReactElement } from 'react'
import { Figure } from '../../ui/Figure.tsx'
import { t } from '../../words/words.ts'
import { type MapFilter, type Split, splits } from './map-filter.ts'
import { standingSigns } from './standing-signs.ts'

/**
 * How the class divides on one objective; each count opens those whom it counts. Who lacks evidence is counted
 * apart, never as a gap. Nobody is no count.
 */
export function ClassSplit({
  classroomId,
  objective,
  filter,
}: {
  classroomId: string
  objective: MapFilter['objective']
  filter: MapFilter | null
}): ReactElement {
  const { counts, competency_id, title } = objective
  const isShown = (split: Split) =>
    filter?.split === split && filter.objective.competency_id === competency_id
  return (
    <ul className="split">
      {splits
        .filter((split) => counts[split] > 0)
        .map((split) => (
          <li key={split} aria-current={isShown(split) || undefined}>
            <Figure
              subject_type="class_figure"
              subject_id={`${classroomId}~${competency_id}~${split}`}
              text={`${standingSigns[split]} ${counts[split]}`}
              spoken={t('classes.split_of', {
                split: t(`classes.split_${split}`, { n: counts[split] }),
                objective: title,
              })}
            />
          </li>
        ))}
    </ul>
  )
}
