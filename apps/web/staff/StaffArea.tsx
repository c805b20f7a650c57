import { lazy, type ReactElement, Suspense, use } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { call } from '../api.ts'
import { useMe } from '../session.tsx'
import { SampleStrip } from '../sign-in/SampleStrip.tsx'
import { SignOut } from '../sign-in/SignOut.tsx'
import { Bar } from '../ui/Bar.tsx'
import { EvidenceDrawer, type LoadExplained } from '../ui/EvidenceDrawer.tsx'
import { Page } from '../ui/Page.tsx'
import { Loading } from '../ui/Stated.tsx'
import '../ui/staff.css'
import { loadStaffWords } from '../words/load.ts'
import { t } from '../words/words.ts'
import { RoleSwitch } from './RoleSwitch.tsx'
import { stopsOf } from './stops.ts'

const words = loadStaffWords()

const Home = lazy(() => import('../classes/home/Home.tsx'))
const ClassArea = lazy(() => import('../classes/ClassArea.tsx'))
const QuizResults = lazy(() => import('../classes/results/QuizResults.tsx'))
const StudentPage = lazy(() => import('../classes/student/StudentPage.tsx'))
const Marking = lazy(() => import('../mark/Marking.tsx'))
const People = lazy(() => import('../admin/People.tsx'))
const MySettings = lazy(() => import('./MySettings.tsx'))

const loadExplained: LoadExplained = (params, cursor) =>
  call('explain', { params, query: cursor === null ? {} : { cursor } })

/** The area of teachers and admins. */
export default function StaffArea(): ReactElement {
  use(words)
  const { role } = useMe()
  const stops = stopsOf(role)
  return (
    <>
      <SampleStrip />
      <Bar stops={stops}>
        <RoleSwitch />
        <Link className="button button-quiet" href="/settings">
          {t('staff.my_settings')}
        </Link>
        <SignOut />
      </Bar>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Redirect to={stops[0].path} replace />
          </Route>
          <Pages />
        </Switch>
      </Suspense>
      <EvidenceDrawer load={loadExplained} />
    </>
  )
}
