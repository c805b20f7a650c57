import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../../api.ts'
import { yearGroups } from '../../classes/ClassForm.tsx'
import { useSending } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'

/** Changes the names, and what the owner signs in with. */
export function AccountForm({ user }: { user: Reply<'showUser'> }): ReactElement {
  const client = useQueryClient()
  const toast = useToast()
  const isStudent = user.username !== null
  const { busy, error, submit } = useSending(async (form) => {
    await call('changeUser', { params: { user_id: user.id }, body: changeOf(isStudent, form) })
    toast(t('admin.account_saved'))
    await client.invalidateQueries()
  })
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('admin.first_name')}
        name="first_name"
        maxLength={100}
        defaultValue={user.first_name}
        required
      />
      <TextField
        label={t('admin.last_name')}
        name="last_name"
        maxLength={100}
        defaultValue={user.last_name}
        required
      />
      {isStudent ? (
        <>
          <TextField
            label={t('admin.username')}
            name="username"
            defaultValue={user.username ?? ''}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <SelectField
            label={t('admin.year_group')}
            name="year_group"
            defaultValue={user.year_group ?? ''}
            options={yearGroups()}
          />
        </>
      ) : (
        <TextField
          label={t('admin.email')}
          name="email"
          type="email"
          defaultValue={user.email ?? ''}
          required
        />
      )}
      <ErrorLine text={error} />
      <Button type="submit" look="main" busy={busy}>
        {t('admin.save_account')}
      </Button>
    </form>
  )
}

function changeOf(isStudent: boolean, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const names = { first_name: text('first_name'), last_name: text('last_name') }
  if (!isStudent) return { ...names, email: text('email') }
  const year = Number(text('year_group'))
  return { ...names, username: text('username'), year_group: year > 0 ? year : null }
}
