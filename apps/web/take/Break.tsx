import type { ReactElement } from 'react'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { t } from '../words/words.ts'
import { useSitting } from './use-sitting.tsx'

/** The question is hidden until the student comes back. */
export function Break({ onBack }: { onBack: () => void }): ReactElement {
  const { sitting, view } = useSitting()
  const safe = view.save.says === 'saved' || view.save.says === 'kept_here'
  const back = () => {
    sitting.record({ type: 'break_ended', position: null, payload: {} })
    onBack()
  }
  return (
    <Page title={t('take.on_break')}>
      <p>{safe ? t('take.break_saved') : t('take.saving')}</p>
      <div>
        <Button look="main" onClick={back}>
          {t('take.break_over')}
        </Button>
      </div>
    </Page>
  )
}
