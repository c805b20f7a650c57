import { type ReactElement, useState } from 'react'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'

/** Asks for another question in this place. The present one stays as a version and can be kept instead. */
export function RegenerateDialog({
  question,
  onClose,
  onChanged,
}: {
  question: AuthorQuestion
  onClose: () => void
  onChanged: () => Promise<void>
}): ReactElement {
  const { id, revision, kind, version } = question
  const [keepKind, setKeepKind] = useState(true)
  const toast = useToast()
  const params = { question_id: id }
  const keepOld = async (newRevision: number) => {
    await call('restoreQuestion', { params, body: { version } }, { revision: newRevision })
    await onChanged()
  }
  const asking = useAct(async () => {
    const fresh = await call('regenerateQuestion', { params, body: { keep_kind: keepKind } }, { revision })
    toast(t('author.regenerated', { n: fresh.version }), () => void keepOld(fresh.revision))
    onClose()
    await onChanged()
  })
  return (
    <Dialog title={t('author.regenerate_ask')} onClose={onClose}>
      <p>{t('author.regenerate_how')}</p>
      <p>{t('author.regenerate_about', { n: version })}</p>
      <RadioGroup
        legend={t('author.kind_of_new')}
        choices={[
          { id: 'same', text: t('author.same_kind', { kind: kindName(kind) }) },
          { id: 'any', text: t('author.any_kind') },
        ]}
        chosen={keepKind ? 'same' : 'any'}
        onChoose={(choice) => setKeepKind(choice === 'same')}
      />
      {asking.error !== null && <Refusal error={asking.error} />}
      <div className="row">
        <Button look="main" busy={asking.busy} onClick={() => asking.run()}>
          {t('author.regenerate')}
        </Button>
        <Button onClick={onClose}>{t('author.keep_question')}</Button>
      </div>
    </Dialog>
  )
}
