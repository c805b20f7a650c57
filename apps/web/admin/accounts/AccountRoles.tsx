import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing, useSending } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { date, t } from '../../words/words.ts'
import { staffRoleOf, staffRoles } from './roles.ts'

type User = Reply<'showUser'>
type Membership = User['memberships'][number]

/** The roles a person holds here, and a further one. A role that ends stays on record. */
export function AccountRoles({ user }: { user: User }): ReactElement {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['user', user.id] })
  const { busy, error, submit } = useSending(async (form) => {
    await call('createMembership', { body: { user_id: user.id, role: staffRoleOf(form.get('role')) } })
    await refresh()
  })
  const held = new Set(user.memberships.map(({ role }) => role))
  const further = staffRoles.filter((role) => !held.has(role))
  return (
    <>
      <ul className="list-plain">
        {user.memberships.map((membership) => (
          <li key={membership.id} className="row">
            <HeldRole membership={membership} onChanged={refresh} />
          </li>
        ))}
      </ul>
      {further.length > 0 && !held.has('student') && (
        <form className="stack" onSubmit={submit}>
          <SelectField
            label={t('admin.further_role')}
            name="role"
            error={error}
            options={further.map((value) => ({ value, text: t(`staff.role_${value}`) }))}
          />
          <Button type="submit" busy={busy}>
            {t('admin.give_role')}
          </Button>
        </form>
      )}
    </>
  )
}

function HeldRole({ membership, onChanged }: { membership: Membership; onChanged: () => Promise<void> }) {
  const { busy, error, act } = useActing()
  const { id, role, valid_until } = membership
  const end = () =>
    act(async () => {
      const now = new Date().toISOString()
      await call('changeMembership', { params: { membership_id: id }, body: { valid_until: now } })
      await onChanged()
    })
  return (
    <>
      <span>{t(`staff.role_${role}`)}</span>
      {valid_until ? (
        <span className="muted">{t('admin.role_until', { date: date(valid_until) })}</span>
      ) : (
        role !== 'student' && (
          <Button busy={busy} onClick={end}>
            {t('admin.end_role', { role: t(`staff.role_${role}`) })}
          </Button>
        )
      )}
      <ErrorLine text={error} />
    </>
  )
}
