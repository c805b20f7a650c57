import { type ReactElement, Suspense, use } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { SampleStrip } from '../sign-in/SampleStrip.tsx'
import { SignOut } from '../sign-in/SignOut.tsx'
import { Bar } from '../ui/Bar.tsx'
import { Page } from '../ui/Page.tsx'
import { Loading } from '../ui/Stated.tsx'
import '../ui/staff.css'
import { loadStaffWords } from '../words/load.ts'
import { t } from '../words/words.ts'

const words = loadStaffWords()

/** The area of teachers and admins. */
export default function StaffArea(): ReactElement {
  use(words)
  return (
    <>
      <SampleStrip />
      <Bar stops={[{ path: '/home', title: t('staff.home') }]}>
        <SignOut />
      </Bar>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/home">
            <Page title={t('staff.home')}>
              <p>{t('staff.home_empty')}</p>
            </Page>
          </Route>
          <Route>
            <Redirect to="/home" replace />
          </Route>
        </Switch>
      </Suspense>
    </>
  )
}
