import type { ReactElement } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { searchWithView } from '../../staff/address-view.ts'
import { t } from '../../words/words.ts'
import { type MapFilter, splits } from './map-filter.ts'

/**
 * How the class divides on one objective, in words; each count leads to those whom it counts. Who lacks
 * evidence is counted apart, never as a gap.
 */
export function ClassSplit({
  objective,
  filter,
}: {
  objective: MapFilter['objective']
  filter: MapFilter | null
}): ReactElement {
  const [path] = useLocation()
  const search = useSearch()
  const { counts, competency_id, title } = objective
  const isShown = (split: string) =>
    filter?.split === split && filter.objective.competency_id === competency_id
  return (
    <ul className="split">
      {splits
        .filter((split) => counts[split] > 0)
        .map((split) => {
          const text = t(`classes.split_${split}`, { n: counts[split] })
          return (
            <li key={split}>
              <Link
                className="list-link"
                href={path + searchWithView(search, { objective: competency_id, standing: split })}
                aria-label={t('classes.split_of', { split: text, objective: title })}
                aria-current={isShown(split) || undefined}
              >
                {text}
              </Link>
            </li>
          )
        })}
    </ul>
  )
}
