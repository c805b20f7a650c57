import { type ReactElement, useEffect, useId, useState } from 'react'
import { t } from '../../words/words.ts'
import { bandLabel } from './Bands.tsx'
import type { ResultsView } from './results-view.ts'

const pauseMs = 250
const bands = [
  [0, 20],
  [21, 40],
  [41, 60],
  [61, 80],
  [81, 100],
] as const

/** Narrows the table to names that hold a text, and to one band of marks. */
export function NarrowBy({
  view,
  onView,
}: {
  view: ResultsView
  onView: (change: Record<string, string>) => void
}): ReactElement {
  const id = useId()
  const [search, setSearch] = useState(view.search ?? '')
  // The server is asked when the typing pauses, not at every key.
  useEffect(() => {
    if (search === (view.search ?? '')) return
    const timer = setTimeout(() => onView({ search }), pauseMs)
    return () => clearTimeout(timer)
  }, [search, view.search, onView])
  return (
    <search className="row">
      <div className="row">
        <label htmlFor={`${id}-search`}>{t('classes.search')}</label>
        <input
          id={`${id}-search`}
          type="search"
          className="input input-inline"
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div className="row">
        <label htmlFor={`${id}-band`}>{t('classes.band_name')}</label>
        <select
          id={`${id}-band`}
          className="input input-inline"
          value={view.band ?? ''}
          onChange={(event) => onView({ band: event.currentTarget.value })}
        >
          <option value="">{t('classes.all_bands')}</option>
          {bands.map(([from, to], at) => (
            <option key={from} value={at + 1}>
              {bandLabel(from, to)}
            </option>
          ))}
        </select>
      </div>
    </search>
  )
}
