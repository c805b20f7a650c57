import { lazy, type ReactElement } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { Page } from '../ui/Page.tsx'
import { t } from '../words/words.ts'
import './admin.css'
import { SetUpNote } from './set-up/SetUpNote.tsx'

const Accounts = lazy(() => import('./accounts/Accounts.tsx'))
const Account = lazy(() => import('./accounts/Account.tsx'))
const Invitations = lazy(() => import('./accounts/Invitations.tsx'))
const RosterImport = lazy(() => import('./rosters/RosterImport.tsx'))
const FirstRun = lazy(() => import('./set-up/FirstRun.tsx'))

/** The people of the school: accounts, invitations, students' lists. */
export default function People(): ReactElement {
  return (
    <Switch>
      <Route path="/people">
        <Part title={t('admin.accounts')}>
          <Accounts />
        </Part>
      </Route>
      <Route path="/people/invitations">
        <Part title={t('admin.invitations')}>
          <Invitations />
        </Part>
      </Route>
      <Route path="/people/import">
        <Part title={t('admin.import')}>
          <RosterImport />
        </Part>
      </Route>
      <Route path="/people/start" component={FirstRun} />
      <Route path="/people/accounts/:userId">
        {({ userId }) => <Account key={userId} userId={userId} />}
      </Route>
      <Route>
        <Page title={t('ui.not_found')}>
          <p>{t('ui.not_found_about')}</p>
        </Page>
      </Route>
    </Switch>
  )
}

const parts = [
  { path: '/people', title: 'admin.accounts' },
  { path: '/people/import', title: 'admin.import' },
  { path: '/people/invitations', title: 'admin.invitations' },
] as const

function Part({ title, children }: { title: string; children: ReactElement }) {
  const [path] = useLocation()
  return (
    <Page title={title}>
      <nav aria-label={t('staff.people')} className="no-print">
        <ul className="part-links">
          {parts.map((part) => (
            <li key={part.path}>
              <Link href={part.path} aria-current={path === part.path ? 'page' : undefined}>
                {t(part.title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SetUpNote />
      {children}
    </Page>
  )
}
