import type { ReactElement } from 'react'
import { NarrowedTo } from '../../staff/NarrowedTo.tsx'
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
  const by = filter && narrowedBy(filter, count)
  return <NarrowedTo by={by} showAll={t('classes.map_show_all')} onShowAll={onShowAll} />
}

const narrowedBy = ({ objective, split }: MapFilter, count: number): string =>
  t(count > 0 ? 'classes.map_narrowed' : 'classes.map_narrowed_none', {
    n: count,
    objective: objective.title,
    standing: standingWord(split),
  })

const standingWord = (split: MapFilter['split']): string =>
  split === 'contested' || split === 'not_enough_evidence'
    ? t(`classes.standing_${split}`)
    : t(`progress.standing_${split}`)
