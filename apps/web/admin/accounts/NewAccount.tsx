import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api.ts'
import { yearGroups } from '../../classes/ClassForm.tsx'
import { useSending } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { roles, type ShownRole, staffRoleOf } from './roles.ts'

/** Makes one account; how its owner signs in is settled on the page of the account. */
export function NewAccount({ onClose }: { onClose: () => void }): ReactElement {
  const [role, setRole] = useState<ShownRole>('student')
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, error, submit } = useSending(async (form) => {
    const { id } = await call('createUser', { body: fieldsOf(role, form) })
    await client.invalidateQueries({ queryKey: ['users'] })
    onClose()
    navigate(`/people/accounts/${id}`)
  })
  return (
    <Dialog title={t('admin.new_account')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <SelectField
          label={t('admin.role')}
          value={role}
          onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? 'student')}
          options={roles.map((value) => ({ value, text: t(`staff.role_${value}`) }))}
        />
        <TextField label={t('admin.first_name')} name="first_name" maxLength={100} required />
        <TextField label={t('admin.last_name')} name="last_name" maxLength={100} required />
        {role === 'student' ? (
          <>
            <TextField
              label={t('admin.username')}
              help={t('admin.username_help')}
              name="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <SelectField label={t('admin.year_group')} name="year_group" options={yearGroups()} />
          </>
        ) : (
          <TextField label={t('admin.email')} name="email" type="email" required />
        )}
        <ErrorLine text={error} />
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {t('admin.make_account')}
          </Button>
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function fieldsOf(role: ShownRole, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const names = { first_name: text('first_name'), last_name: text('last_name') }
  if (role !== 'student') return { role: staffRoleOf(role), ...names, email: text('email') }
  const year = Number(text('year_group'))
  return {
    role,
    ...names,
    ...(text('username') && { username: text('username') }),
    year_group: year > 0 ? year : null,
  }
}
