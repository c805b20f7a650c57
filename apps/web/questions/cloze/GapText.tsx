import type { Content } from '@waymark/questions/cloze/content.ts'
import { type ReactElement, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/Live.tsx'
import { t } from '../../words/words.ts'
import { TextEdit } from '../editing/fields.tsx'
import { freshPartId } from '../editing/part-id.ts'
import type { EditorProps } from '../editor.ts'
import { typedGap } from './gap-edits.ts'
import { openGap, readNumbers, showNumbers } from './numbered-gaps.ts'

/** The running text with its gaps as numbers, and the button that makes a gap of the selected words. */
export function GapText({
  content,
  onChange,
}: Pick<EditorProps<Content>, 'content' | 'onChange'>): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  const announce = useAnnounce()
  const ids = content.gaps.map(({ id }) => id)
  const shown = showNumbers(content.text, ids)
  const make = () => {
    const area = frame.current?.querySelector('textarea')
    if (!area) return
    const { selectionStart: from, selectionEnd: to } = area
    const words = shown.slice(from, to).trim()
    if (words === '' || /\[\d+\]/.test(words)) {
      area.focus()
      return announce(t('author.select_words_first'))
    }
    const id = freshPartId()
    const text = openGap(shown, ids, from, to, id)
    onChange({ ...content, text, gaps: [...content.gaps, typedGap(id, words)] })
    announce(t('author.gap_made', { n: ids.length + 1, words }))
  }
  return (
    <div ref={frame} className="stack wide">
      <TextEdit
        at="/text"
        label={t('author.text_with_gaps')}
        help={t('author.text_with_gaps_help')}
        value={shown}
        most={3000}
        lines={6}
        onChange={(typed) => onChange({ ...content, text: readNumbers(typed, ids) })}
      />
      {content.gaps.length < 10 && <Button onClick={make}>{t('author.make_gap')}</Button>}
    </div>
  )
}
