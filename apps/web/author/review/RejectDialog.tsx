import { type ReactElement, useState } from 'react'
import { call, type Input } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'

type Reason = Input<'rejectQuestion'>['body']['reason']

const reasons: readonly Reason[] = [
  'off_topic',
  'not_true',
  'too_hard',
  'too_easy',
  'unclear',
  'duplicate',
  'other',
]

/** Takes a question out of the quiz with a reason; it can be brought back. */
export function RejectDialog({
  question,
  onClose,
  onChanged,
}: {
  question: AuthorQuestion
  onClose: () => void
  onChanged: () => Promise<void>
}): ReactElement {
  const { id, revision, position } = question
  const [reason, setReason] = useState<Reason | null>(null)
  const toast = useToast()
  const params = { question_id: id }
  const bringBack = async (rejectedRevision: number) => {
    await call('restoreQuestion', { params, body: {} }, { revision: rejectedRevision })
    await onChanged()
  }
  const rejecting = useAct(async () => {
    if (reason === null) return
    const rejected = await call('rejectQuestion', { params, body: { reason } }, { revision })
    toast(t('author.rejected_n', { n: position ?? 0 }), () => void bringBack(rejected.revision))
    onClose()
    await onChanged()
  })
  const choose = (wanted: string) => setReason(reasons.find((one) => one === wanted) ?? null)
  return (
    <Dialog title={t('author.reject_ask', { n: position ?? 0 })} onClose={onClose}>
      <RadioGroup
        legend={t('author.why_reject')}
        choices={reasons.map((one) => ({ id: one, text: t('author.reason', { reason: one }) }))}
        chosen={reason}
        onChoose={choose}
      />
      {rejecting.error !== null && <Refusal error={rejecting.error} />}
      <div className="row">
        <Button look="main" busy={rejecting.busy || reason === null} onClick={() => rejecting.run()}>
          {t('author.reject')}
        </Button>
        <Button onClick={onClose}>{t('author.keep_question')}</Button>
      </div>
    </Dialog>
  )
}
