import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { nameOf } from '../../classes/names.ts'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { dateTime, t } from '../../words/words.ts'
import { AccountForm } from './AccountForm.tsx'
import { AccountRoles } from './AccountRoles.tsx'
import { AccountSignIn } from './AccountSignIn.tsx'
import { stateOfUser } from './Accounts.tsx'

/** One account: names, roles, and how its owner signs in. */
export default function Account({ userId }: { userId: string }): ReactElement {
  const user = useQuery({
    queryKey: ['user', userId],
    queryFn: () => call('showUser', { params: { user_id: userId } }),
  })
  return (
    <Page title={user.data ? nameOf(user.data) : t('admin.account')}>
      <Link className="list-link" href="/people">
        {t('admin.to_accounts')}
      </Link>
      <Stated shown={stateOf(user)} onRetry={() => user.refetch()}>
        {(data) => (
          <>
            <Facts user={data} />
            <section className="stack">
              <h2>{t('admin.signing_in')}</h2>
              <AccountSignIn user={data} />
            </section>
            <section className="stack">
              <h2>{t('admin.roles')}</h2>
              <AccountRoles user={data} />
            </section>
            <section className="stack">
              <h2>{t('admin.change_account')}</h2>
              {data.kept_here ? (
                <AccountForm key={JSON.stringify(data)} user={data} />
              ) : (
                <p>{t('admin.kept_elsewhere')}</p>
              )}
            </section>
          </>
        )}
      </Stated>
    </Page>
  )
}

function Facts({ user }: { user: Reply<'showUser'> }) {
  const { username, email, created_at } = user
  return (
    <dl className="facts">
      <div>
        <dt>{t('admin.signs_in_as')}</dt>
        <dd>
          <code>{username ?? email ?? '–'}</code>
        </dd>
      </div>
      <div>
        <dt>{t('admin.state')}</dt>
        <dd>{t(`admin.state_${stateOfUser(user)}`)}</dd>
      </div>
      <div>
        <dt>{t('admin.made')}</dt>
        <dd>{dateTime(created_at)}</dd>
      </div>
    </dl>
  )
}
