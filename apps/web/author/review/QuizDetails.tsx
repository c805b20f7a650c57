import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { call, isRefusal } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { keys, type Quiz, useQuizChanged } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'

/** Title, time and objectives of a quiz: what its checks hold it to. */
export function QuizDetails({ quiz }: { quiz: Quiz }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('author.quiz_details')}</Button>
      {open && <Details quiz={quiz} onClose={() => setOpen(false)} />}
    </>
  )
}

function Details({ quiz, onClose }: { quiz: Quiz; onClose: () => void }) {
  const client = useQueryClient()
  const changed = useQuizChanged(quiz.id)
  const [title, setTitle] = useState(quiz.title)
  const [minutes, setMinutes] = useState(String(quiz.duration_minutes))
  const [chosen, setChosen] = useState<readonly string[]>(quiz.objectives.map(({ id }) => id))
  const saving = useAct(async () => {
    const body = { title, duration_minutes: Number(minutes), objective_ids: [...chosen] }
    try {
      const params = { quiz_id: quiz.id }
      client.setQueryData(
        keys.quiz(quiz.id),
        await call('changeQuiz', { params, body }, { revision: quiz.revision }),
      )
      onClose()
    } finally {
      // After a refusal for another person's change this brings their revision: pressing again saves over it.
      await changed()
    }
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.run()
  }
  return (
    <Dialog title={t('author.quiz_details')} onClose={onClose}>
      <form className="stack wide" onSubmit={submit}>
        <TextField
          label={t('author.quiz_title')}
          value={title}
          maxLength={200}
          required
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextField
          label={t('author.minutes')}
          type="number"
          min={5}
          max={120}
          required
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <Objectives quiz={quiz} chosen={chosen} onChange={setChosen} />
        {isRefusal(saving.error, 'edit_conflict') ? (
          <p className="note note-not-yet" role="alert">
            {t('author.quiz_changed_meanwhile', { title: quiz.title, minutes: quiz.duration_minutes })}
          </p>
        ) : (
          saving.error !== null && <Refusal error={saving.error} />
        )}
        <div className="row">
          <Button type="submit" look="main" busy={saving.busy}>
            {t('author.save_details')}
          </Button>
          <Button onClick={onClose}>{t('author.back_to_review')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The unit's objectives, and those of the quiz that the unit no longer names. */
function Objectives({
  quiz,
  chosen,
  onChange,
}: {
  quiz: Quiz
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const unit = useQuery({
    queryKey: ['author', 'competencies', quiz.unit_id],
    queryFn: () => call('listUnitCompetencies', { params: { unit_id: quiz.unit_id } }),
  })
  const all = new Map(
    [...(unit.data?.objectives ?? []), ...quiz.objectives].map(({ id, title }) => [id, title]),
  )
  return all.size === 0 ? null : (
    <CheckboxGroup
      legend={t('author.quiz_objectives')}
      choices={[...all].map(([id, text]) => ({ id, text }))}
      chosen={chosen}
      onChange={onChange}
    />
  )
}
