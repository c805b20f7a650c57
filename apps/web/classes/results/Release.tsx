import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { useMe } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { whenShown } from '../../words/when-shown.ts'
import { t } from '../../words/words.ts'
import { bringsAnswers, nextToRelease, waitsForNoEnd } from './to-release.ts'

type Assignment = Reply<'getClassResults'>['assignment']

type Releasable = 'marks' | 'answers'

/** When the students see marks and right answers, and the button that shows them now what they do not see yet. */
export function Release({
  assignment,
  completed,
}: {
  assignment: Assignment
  completed: number
}): ReactElement {
  const [asked, setAsked] = useState<Releasable | null>(null)
  const mayRelease = useMe().role === 'teacher'
  const { marks, answers } = assignment.release
  const next = nextToRelease(assignment.release)
  return (
    <section className="stack">
      <p>
        {whenShown('classes.shown_marks', marks)} {whenShown('classes.shown_answers', answers)}{' '}
        {waitsForNoEnd(assignment) && t('classes.never_closes')}
      </p>
      {mayRelease && next && (
        <Button look="main" className="no-print" onClick={() => setAsked(next)}>
          {t(`classes.release_${next}`)}
        </Button>
      )}
      {asked && (
        <Ask what={asked} assignment={assignment} completed={completed} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function Ask({
  what,
  assignment,
  completed,
  onClose,
}: {
  what: Releasable
  assignment: Assignment
  completed: number
  onClose: () => void
}) {
  const client = useQueryClient()
  const toast = useToast()
  const { busy, error, act } = useActing()
  const release = () =>
    act(async () => {
      await call('releaseResults', { params: { assignment_id: assignment.assignment_id }, body: { what } })
      await client.invalidateQueries()
      toast(t(`classes.released_${what}`))
      onClose()
    })
  return (
    <Dialog title={t(`classes.release_${what}`)} onClose={onClose}>
      <p>
        {t(`classes.release_${what}_about`, { n: completed, class: assignment.classroom_name })}{' '}
        {what === 'marks' && bringsAnswers(assignment.release) && t('classes.release_both')}
      </p>
      <ErrorLine text={error} />
      <div className="row">
        <Button look="main" busy={busy} onClick={release}>
          {t(`classes.release_${what}`)}
        </Button>
        <Button onClick={onClose}>{t('classes.keep_hidden')}</Button>
      </div>
    </Dialog>
  )
}
