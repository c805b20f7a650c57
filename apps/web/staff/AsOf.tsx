import type { ReactElement } from 'react'
import { Button } from '../ui/Button.tsx'
import { t, time } from '../words/words.ts'

/** When the data of a page was true; with news, the offer to read it anew, in sight wherever the page stands. */
export function AsOf({
  asOf,
  hasNews,
  onUpdate,
}: {
  asOf: string
  hasNews: boolean
  onUpdate: () => void
}): ReactElement {
  return (
    <div className={hasNews ? 'row news' : 'row'} role="status">
      <p className="muted">{t('staff.data_from', { time: time(asOf) })}</p>
      {hasNews && (
        <>
          <p>{t('staff.news')}</p>
          <Button onClick={onUpdate}>{t('staff.update')}</Button>
        </>
      )}
    </div>
  )
}
