import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { useActing } from '../../staff/sending.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { dateTime, t } from '../../words/words.ts'
import { type Releasable, whenShown } from './release-state.ts'

type Assignment = Reply<'getClassResults'>['assignment']

/** When the students see marks and right answers, and the buttons that show them now. */
export function Release({
  assignment,
  completed,
}: {
  assignment: Assignment
  completed: number
}): ReactElement {
  const [asked, setAsked] = useState<Releasable | null>(null)
  const mayRelease = useMe().role === 'teacher'
  const marks = whenShown(assignment, 'marks')
  const answers = whenShown(assignment, 'answers')
  const next = marks.kind !== 'shown' && marks.kind !== 'on_finish' ? 'marks' : 'answers'
  const state = { marks, answers }[next]
  return (
    <section className="stack">
      <p>
        {sentence('marks', marks)} {sentence('answers', answers)}
      </p>
      {mayRelease && state.kind !== 'shown' && (
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

function sentence(what: Releasable, state: ReturnType<typeof whenShown>): string {
  return t(`classes.shown_${what}`, { kind: state.kind, time: state.at ? dateTime(state.at) : '' })
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
      await client.invalidateQueries({ queryKey: ['class results', assignment.assignment_id] })
      toast(t(`classes.released_${what}`))
      onClose()
    })
  return (
    <Dialog title={t(`classes.release_${what}`)} onClose={onClose}>
      <p>{t(`classes.release_${what}_about`, { n: completed, class: assignment.classroom_name })}</p>
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
      <div className="row">
        <Button look="main" busy={busy} onClick={release}>
          {t(`classes.release_${what}`)}
        </Button>
        <Button onClick={onClose}>{t('classes.keep_hidden')}</Button>
      </div>
    </Dialog>
  )
}
