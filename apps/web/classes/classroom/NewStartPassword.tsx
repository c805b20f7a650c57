import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { type StartPassword, StartPasswordSheet } from '../../staff/StartPasswordSheet.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { t } from '../../words/words.ts'
import { nameOf } from '../names.ts'

/** Gives a student a new start password, which is shown this once. */
export function NewStartPassword({
  student,
  onClose,
}: {
  student: Reply<'listClassroomStudents'>['items'][number]
  onClose: () => void
}): ReactElement {
  const client = useQueryClient()
  const [made, setMade] = useState<StartPassword | null>(null)
  const { busy, error, act } = useActing()
  const make = () =>
    act(async () => {
      setMade(await call('resetStudentSignIn', { params: { student_id: student.id } }))
      await client.invalidateQueries({ queryKey: ['class roll'] })
    })
  return (
    <Dialog title={t('classes.new_password_for', { name: nameOf(student) })} onClose={onClose}>
      {made ? <StartPasswordSheet sheet={[made]} /> : <p>{t('classes.new_password_about')}</p>}
      <ErrorLine text={error} />
      <div className="row no-print">
        {!made && (
          <Button look="main" busy={busy} onClick={make}>
            {t('classes.new_password')}
          </Button>
        )}
        <Button onClick={onClose}>{t('ui.close')}</Button>
      </div>
    </Dialog>
  )
}
