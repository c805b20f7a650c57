import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { useSending } from '../../sending.ts'
import { useMe } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'

/** Puts students who have accounts into the class, by their user names. */
export function AddStudents({
  classroomId,
  onClose,
}: {
  classroomId: string
  onClose: () => void
}): ReactElement {
  const { role } = useMe()
  const client = useQueryClient()
  const { busy, error, submit } = useSending(async (form) => {
    const usernames = String(form.get('usernames'))
      .split(/[\s,;]+/)
      .filter(Boolean)
    await call('enrolStudents', { params: { classroom_id: classroomId }, body: { usernames } })
    await client.invalidateQueries()
    onClose()
  })
  return (
    <Dialog title={t('classes.add_students')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextArea
          label={t('classes.usernames')}
          help={t('classes.usernames_help')}
          name="usernames"
          error={error}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        {role === 'admin' ? (
          <p>
            {t('classes.new_accounts_admin')} <Link href="/people/import">{t('classes.to_import')}</Link>
          </p>
        ) : (
          <p>{t('classes.new_accounts_teacher')}</p>
        )}
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {t('classes.add_students')}
          </Button>
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
