import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import type { MapFilter } from './map-filter.ts'

/** Says by what the map is narrowed and to how many, with the way back to everyone. */
export function Narrowed({
  filter,
  count,
  onShowAll,
}: {
  filter: MapFilter | null
  count: number
  onShowAll: () => void
}): ReactElement {
  return (
    <div className="row narrowed" role="status">
      {filter && (
        <>
          <p>
            {t(count > 0 ? 'classes.map_narrowed' : 'classes.map_narrowed_none', {
              n: count,
              objective: filter.objective.title,
              standing: standingWord(filter.split),
            })}
          </p>
          <Button onClick={onShowAll}>{t('classes.map_show_all')}</Button>
        </>
      )}
    </div>
  )
}

const standingWord = (split: MapFilter['split']): string =>
  split === 'contested' || split === 'not_enough_evidence'
    ? t(`classes.standing_${split}`)
    : t(`progress.standing_${split}`)
