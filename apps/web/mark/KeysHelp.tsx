import type { ReactElement } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { t } from '../words/words.ts'

const keys = ['digits', 'next', 'previous', 'save', 'help'] as const

/** What each key does while marking. */
export function KeysHelp({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <Dialog title={t('mark.keys')} onClose={onClose}>
      <dl className="facts">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`mark.key_${key}`)}</kbd>
            </dt>
            <dd>{t(`mark.key_${key}_does`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{t('ui.close')}</Button>
    </Dialog>
  )
}
