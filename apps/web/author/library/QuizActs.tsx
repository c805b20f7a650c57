import { type ReactElement, useState } from 'react'
import { call, Problem } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { type QuizSummary, useQuizzesChanged } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'

/** What can be done with a quiz from the list. Archiving can be undone; deleting cannot and asks first. */
export function QuizActs({ quiz }: { quiz: QuizSummary }): ReactElement {
  const { id, title, status } = quiz
  const toast = useToast()
  const [deleting, setDeleting] = useState(false)
  const refresh = useQuizzesChanged()
  const tell = (error: unknown) => toast(error instanceof Problem ? error.message : t('ui.failed'))
  const params = { quiz_id: id }
  const restore = async () => {
    await call('restoreQuiz', { params }).catch(tell)
    await refresh()
  }
  const act = useAct(async (doing: 'duplicate' | 'archive' | 'restore') => {
    if (doing === 'restore') return restore()
    if (doing === 'duplicate') {
      await call('duplicateQuiz', { params, body: {} })
      toast(t('author.duplicated', { title }))
    } else {
      await call('archiveQuiz', { params })
      toast(t('author.archived', { title }), restore)
    }
    await refresh()
  })
  const button = (doing: Parameters<typeof act.run>[0]) => (
    <Button
      look="quiet"
      busy={act.busy}
      aria-label={t('author.quiz_act_named', { act: doing, title })}
      onClick={() => act.run(doing)}
    >
      {t('author.quiz_act', { act: doing })}
    </Button>
  )
  return (
    <div className="acts">
      {button('duplicate')}
      {status === 'archived' ? button('restore') : button('archive')}
      {(status === 'draft' || status === 'review') && (
        <Button
          look="quiet"
          aria-label={t('author.quiz_act_named', { act: 'delete', title })}
          onClick={() => setDeleting(true)}
        >
          {t('author.quiz_act', { act: 'delete' })}
        </Button>
      )}
      {act.error !== null && <Refusal error={act.error} />}
      {deleting && <DeleteDialog quiz={quiz} onClose={() => setDeleting(false)} onDeleted={refresh} />}
    </div>
  )
}

function DeleteDialog({
  quiz,
  onClose,
  onDeleted,
}: {
  quiz: QuizSummary
  onClose: () => void
  onDeleted: () => Promise<void>
}) {
  const toast = useToast()
  const deleting = useAct(async () => {
    await call('deleteQuiz', { params: { quiz_id: quiz.id } })
    toast(t('author.deleted', { title: quiz.title }))
    onClose()
    await onDeleted()
  })
  return (
    <Dialog title={t('author.delete_ask', { title: quiz.title })} onClose={onClose}>
      <p>{t('author.delete_about', { n: quiz.question_count })}</p>
      {deleting.error !== null && <Refusal error={deleting.error} />}
      <div className="row">
        <Button onClick={onClose}>{t('author.keep_quiz')}</Button>
        <Button look="danger" busy={deleting.busy} onClick={() => deleting.run()}>
          {t('author.quiz_act', { act: 'delete' })}
        </Button>
      </div>
    </Dialog>
  )
}
