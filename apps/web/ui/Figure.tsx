import type { ReactElement } from 'react'
import { useLocation, useSearch } from 'wouter'
import { t } from '../words/words.ts'
import { type SubjectOfFigure, searchWithSubject } from './explained.ts'

/**
 * A number, level or sign that opens the evidence under it. A figure without `subject_type` and `subject_id`
 * does not type-check.
 */
export function Figure({
  subject_type,
  subject_id,
  text,
  spoken,
}: SubjectOfFigure & {
  /** As shown: "62%". */
  text: string
  /** As read aloud, where that differs: "62 percent". */
  spoken?: string
}): ReactElement {
  const open = useOpenEvidence()
  return (
    <button
      type="button"
      className="figure"
      aria-label={t('ui.figure', { figure: spoken ?? text })}
      onClick={() => open({ subject_type, subject_id })}
    >
      <span className="isolated">{text}</span>
    </button>
  )
}

/** Opens the evidence drawer for a subject by putting it into the address. */
export function useOpenEvidence(): (subject: SubjectOfFigure) => void {
  const [path, navigate] = useLocation()
  const search = useSearch()
  return (subject) => navigate(path + searchWithSubject(search, subject), { state: { opened: true } })
}
