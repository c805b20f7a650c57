import { type ReactElement, useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/Live.tsx'
import { clock, t } from '../words/words.ts'
import type { SaveLine as Line } from './save-line.ts'

/** One of the four true things about the student's work. What matters is spoken, not each second. */
export function SaveLine({ line }: { line: Line }): ReactElement {
  const announce = useAnnounce()
  const said = useRef<Line['says'] | null>(null)
  useEffect(() => {
    const news = said.current !== null && line.says !== said.current && line.says !== 'saving'
    if (line.says !== 'saving') said.current = line.says
    if (news) announce(textOf(line))
  }, [line, announce])
  const calm = line.says === 'saved' || line.says === 'saving'
  return <p className={calm ? 'save-line' : 'save-line save-line-warns'}>{textOf(line)}</p>
}

function textOf(line: Line): string {
  if (line.says === 'saved') return t('take.saved', { time: clock(line.at) })
  return t(`take.${line.says}`)
}
