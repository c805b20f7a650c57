import { type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { t } from '../words/words.ts'
import { useSitting } from './use-sitting.tsx'

/** Leaves the quiz for now, after saying where the answers are. */
export function Leave(): ReactElement {
  const { sitting, view } = useSitting()
  const [asking, setAsking] = useState(false)
  const [, navigate] = useLocation()
  const open = () => {
    void sitting.flush()
    setAsking(true)
  }
  return (
    <>
      <Button look="quiet" onClick={open}>
        {t('take.leave')}
      </Button>
      {asking && (
        <Dialog title={t('take.leave_title')} onClose={() => setAsking(false)}>
          <p>{view.save.says === 'cannot_save' ? t('take.cannot_save') : t('take.leave_about')}</p>
          <div className="row">
            <Button look="main" onClick={() => setAsking(false)}>
              {t('take.stay')}
            </Button>
            <Button onClick={() => navigate('/today')}>{t('take.leave')}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
