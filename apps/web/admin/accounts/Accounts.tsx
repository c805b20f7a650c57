import { keepPreviousData } from '@tanstack/react-query'
import { type ReactElement, useDeferredValue, useId, useState } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { nameOf } from '../../classes/names.ts'
import { usePaged } from '../../staff/use-paged.ts'
import { Button } from '../../ui/Button.tsx'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Table } from '../../ui/Table.tsx'
import { t } from '../../words/words.ts'
import { NewAccount } from './NewAccount.tsx'
import { roles, type ShownRole } from './roles.ts'

type User = Reply<'listUsers'>['items'][number]
interface Wish {
  search: string
  role: ShownRole | ''
  state: 'active' | 'disabled'
}

/** Everyone of the school by name, with role and sign-in. */
export default function Accounts(): ReactElement {
  const [wish, setWish] = useState<Wish>({ search: '', role: '', state: 'active' })
  const [adding, setAdding] = useState(false)
  const asked = useDeferredValue(wish)
  const users = useUsers(asked)
  return (
    <>
      <div className="row">
        <Link className="button button-main" data-main-action href="/people/import">
          {t('admin.import_list')}
        </Link>
        <Button onClick={() => setAdding(true)}>{t('admin.new_account')}</Button>
      </div>
      <Wishes wish={wish} onWish={setWish} />
      <Stated
        shown={stateOf(users, { empty: (all) => all.length === 0 })}
        empty={<p>{t('admin.nobody')}</p>}
        onRetry={() => users.refetch()}
      >
        {(all) => <UserTable users={all} />}
      </Stated>
      <More of={users} />
      {adding && <NewAccount onClose={() => setAdding(false)} />}
    </>
  )
}

function useUsers({ search, role, state }: Wish) {
  return usePaged(
    ['users', search, role, state],
    (cursor) =>
      call('listUsers', {
        query: { state, limit: 50, ...(search && { search }), ...(role && { role }), ...cursor },
      }),
    { placeholderData: keepPreviousData },
  )
}

function Wishes({ wish, onWish }: { wish: Wish; onWish: (wish: Wish) => void }) {
  const id = useId()
  return (
    <search className="row">
      <div className="row">
        <label htmlFor={`${id}-search`}>{t('admin.search')}</label>
        <input
          id={`${id}-search`}
          type="search"
          className="input input-inline"
          maxLength={100}
          value={wish.search}
          onChange={(event) => onWish({ ...wish, search: event.currentTarget.value })}
        />
      </div>
      <div className="row">
        <label htmlFor={`${id}-role`}>{t('admin.role')}</label>
        <select
          id={`${id}-role`}
          className="input input-inline"
          value={wish.role}
          onChange={(event) =>
            onWish({ ...wish, role: roles.find((role) => role === event.currentTarget.value) ?? '' })
          }
        >
          <option value="">{t('admin.all_roles')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`staff.role_${role}`)}
            </option>
          ))}
        </select>
      </div>
      <Button
        aria-pressed={wish.state === 'disabled'}
        onClick={() => onWish({ ...wish, state: wish.state === 'active' ? 'disabled' : 'active' })}
      >
        {t('admin.show_closed')}
      </Button>
    </search>
  )
}

function UserTable({ users }: { users: User[] }) {
  return (
    <Table
      caption={t('admin.accounts')}
      captionHidden
      rows={users}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'name',
          head: t('admin.name'),
          cell: (user) => (
            <Link className="list-link" href={`/people/accounts/${user.id}`}>
              <bdi>{nameOf(user)}</bdi>
            </Link>
          ),
        },
        {
          id: 'sign_in',
          head: t('admin.signs_in_as'),
          cell: ({ username, email }) => <code>{username ?? email ?? '–'}</code>,
        },
        { id: 'role', head: t('admin.role'), cell: rolesOf },
        {
          id: 'year',
          head: t('admin.year_group'),
          cell: ({ year_group }) => year_group ?? '–',
        },
        { id: 'state', head: t('admin.state'), cell: (user) => t(`admin.state_${stateOfUser(user)}`) },
      ]}
    />
  )
}

const rolesOf = ({ memberships }: User) =>
  [...new Set(memberships.map(({ role }) => role))].map((role) => t(`staff.role_${role}`)).join(', ')

export function stateOfUser({ disabled_at, reset_requested_at, has_password }: User) {
  if (disabled_at !== null) return 'closed'
  if (reset_requested_at !== null) return 'asks'
  return has_password ? 'open' : 'no_password'
}
