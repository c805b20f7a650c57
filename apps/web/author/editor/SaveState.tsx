import { type ReactElement, useEffect, useRef } from 'react'
import { useAnnounce } from '../../ui/Live.tsx'
import { clock, t } from '../../words/words.ts'
import { Refusal } from '../Refusal.tsx'
import type { SaveLine } from './autosave.ts'

/** Where the text is: on the server, on its way, or on this computer. What matters is spoken. */
export function SaveState({ line, onRetry }: { line: SaveLine; onRetry: () => void }): ReactElement {
  const announce = useAnnounce()
  const said = useRef(line.says)
  useEffect(() => {
    const isNews = line.says !== said.current && line.says !== 'saving'
    if (line.says !== 'saving') said.current = line.says
    if (isNews) announce(textOf(line))
  }, [line, announce])
  if (line.says === 'refused') return <Refusal error={line.error} onRetry={onRetry} />
  const calm = line.says === 'saved' || line.says === 'saving'
  return <p className={calm ? 'save-line' : 'save-line save-line-warns'}>{textOf(line)}</p>
}

function textOf(line: SaveLine): string {
  if (line.says === 'refused') return t('ui.failed')
  if (line.says === 'saved') {
    return line.at === null ? t('author.all_saved') : t('author.saved_at', { time: clock(line.at) })
  }
  return t(`author.line_${line.says}`)
}
