import { type ReactElement, useState } from 'react'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { t } from '../../words/words.ts'
import type { Finding, Quiz } from '../asking.ts'
import { Findings } from '../Findings.tsx'
import { Refusal } from '../Refusal.tsx'
import { FindingPlace } from '../review/FindingPlace.tsx'
import { useAct } from '../use-act.ts'
import { PublishDialog } from './PublishDialog.tsx'

/** The way to publish: the checks first, then classes, window and settings. */
export function PublishPart({ quiz, isNext }: { quiz: Quiz; isNext: boolean }): ReactElement | null {
  const [open, setOpen] = useState<'publish' | { blocking: readonly Finding[] } | null>(null)
  const checking = useAct(async () => {
    const { passes, findings } = await call('checkQuiz', { params: { quiz_id: quiz.id } })
    setOpen(passes ? 'publish' : { blocking: errorsIn(findings) })
  })
  const close = () => setOpen(null)
  if (quiz.status === 'archived') return null
  return (
    <>
      <Button look={isNext ? 'main' : 'plain'} busy={checking.busy} onClick={() => checking.run()}>
        {t('author.publish')}
      </Button>
      {checking.error !== null && <Refusal error={checking.error} />}
      {open === 'publish' && (
        <PublishDialog
          quiz={quiz}
          onClose={close}
          onBlocked={(findings) => setOpen({ blocking: errorsIn(findings) })}
        />
      )}
      {open !== null && open !== 'publish' && (
        <Dialog title={t('author.not_ready')} onClose={close}>
          <p>{t('author.not_ready_about')}</p>
          <Findings
            findings={open.blocking}
            place={(finding) => <FindingPlace quiz={quiz} finding={finding} onFollow={close} />}
          />
          <Button onClick={close}>{t('author.back_to_review')}</Button>
        </Dialog>
      )}
    </>
  )
}

const errorsIn = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error')
