import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { call, isRefusal } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { RegenerateDialog } from './RegenerateDialog.tsx'
import { RejectDialog } from './RejectDialog.tsx'

/** What a reviewer can do with a question: approve, edit, reject, ask for another one. */
export function ReviewActs({
  question,
  isPublished,
  onChanged,
  onApproved,
}: {
  question: AuthorQuestion
  isPublished: boolean
  onChanged: () => Promise<void>
  onApproved: () => void
}): ReactElement {
  const { id, quiz_id, review_state, latest_version, version } = question
  const [dialog, setDialog] = useState<'reject' | 'regenerate' | null>(null)
  const approving = useApproving(question, onChanged, onApproved)
  const close = () => setDialog(null)
  const mayApprove = review_state === 'generated' || review_state === 'edited'
  return (
    <div className="stack wide">
      <div className="row">
        {mayApprove && (
          <Button look="main" busy={approving.busy} onClick={() => approving.run()}>
            {t('author.approve')}
          </Button>
        )}
        <Link className="button" href={`/quizzes/${quiz_id}/questions/${id}`}>
          {t('author.edit')}
        </Link>
        {!isPublished && (
          <>
            <Button onClick={() => setDialog('reject')}>{t('author.reject')}</Button>
            <Button onClick={() => setDialog('regenerate')}>{t('author.regenerate')}</Button>
          </>
        )}
        {latest_version > 1 && (
          <Link className="button button-quiet" href={`/quizzes/${quiz_id}/questions/${id}?panel=versions`}>
            {t('author.version_n_of', { n: version, m: latest_version })}
          </Link>
        )}
      </div>
      {isRefusal(approving.error, 'edit_conflict') ? (
        <p className="note note-not-yet" role="alert">
          {t('author.changed_meanwhile')}
        </p>
      ) : (
        approving.error !== null && <Refusal error={approving.error} />
      )}
      {dialog === 'reject' && <RejectDialog question={question} onClose={close} onChanged={onChanged} />}
      {dialog === 'regenerate' && (
        <RegenerateDialog question={question} onClose={close} onChanged={onChanged} />
      )}
    </div>
  )
}

/** When someone else changed the question meanwhile, it is not approved: the new text is shown first. */
function useApproving(
  { id, revision, position }: AuthorQuestion,
  onChanged: () => Promise<void>,
  onApproved: () => void,
) {
  const toast = useToast()
  return useAct(async () => {
    try {
      await call('approveQuestion', { params: { question_id: id } }, { revision })
    } catch (error) {
      if (isRefusal(error, 'edit_conflict')) await onChanged()
      throw error
    }
    toast(t('author.approved_n', { n: position ?? 0 }))
    onApproved()
    await onChanged()
  })
}
