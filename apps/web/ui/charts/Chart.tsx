import { type ReactElement, type ReactNode, useId, useState } from 'react'
import { t } from '../../words/words.ts'
import { Button } from '../Button.tsx'

/**
 * The frame of every chart: a title, one sentence, the drawing, and its table twin with the same numbers.
 * The table comes first in reading order; on screen one of the two shows.
 */
export function Chart({
  title,
  sentence,
  table,
  children,
}: {
  title: string
  sentence: string
  /** `open`: the table is the one on screen, so its figures may be buttons. */
  table: (open: boolean) => ReactNode
  children: ReactNode
}): ReactElement {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p>{sentence}</p>
      </figcaption>
      <div className={open ? undefined : 'visually-hidden'}>{table(open)}</div>
      {!open && children}
      <Button look="quiet" aria-pressed={open} className="no-print" onClick={() => setOpen(!open)}>
        {open ? t('ui.chart.show_drawing') : t('ui.chart.show_table')}
      </Button>
    </figure>
  )
}
