import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { call, type Reply } from '../api.ts'
import { useSending } from '../sending.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { t } from '../words/words.ts'

type Classroom = Reply<'showClassroom'>

/** Makes a class, or changes the one given. */
export function ClassForm({
  classroom,
  onClose,
}: {
  classroom?: Classroom
  onClose: () => void
}): ReactElement {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, error, submit } = useSending(async (form) => {
    const body = fieldsOf(form)
    const { id } = await (classroom
      ? call('changeClassroom', { params: { classroom_id: classroom.id }, body })
      : call('createClassroom', { body }))
    await client.invalidateQueries()
    onClose()
    navigate(`/classes/${id}`)
  })
  return (
    <Dialog title={t(classroom ? 'classes.change' : 'classes.add')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('classes.name')}
          help={t('classes.name_help')}
          name="name"
          maxLength={100}
          defaultValue={classroom?.name}
          error={error}
          required
        />
        <TextField
          label={t('classes.subject')}
          name="subject"
          maxLength={100}
          defaultValue={classroom?.subject ?? ''}
        />
        <SelectField
          label={t('classes.year_group')}
          name="year_group"
          defaultValue={classroom?.year_group ?? ''}
          options={yearGroups()}
        />
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {t(classroom ? 'classes.save_class' : 'classes.add')}
          </Button>
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function fieldsOf(form: FormData) {
  const year = Number(form.get('year_group'))
  return {
    name: String(form.get('name')).trim(),
    subject: String(form.get('subject')).trim() || null,
    year_group: year > 0 ? year : null,
  }
}

/** Years of study as a pick-list, none first. */
export function yearGroups(): { value: string; text: string }[] {
  const years = Array.from({ length: 13 }, (_, at) => String(at + 1))
  return [
    { value: '', text: t('classes.no_year') },
    ...years.map((value) => ({ value, text: t('classes.year', { n: value }) })),
  ]
}
