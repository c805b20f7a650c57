import { lazy, type ReactElement, Suspense, use } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { useMe } from '../session.tsx'
import { SampleStrip } from '../sign-in/SampleStrip.tsx'
import { SignOut } from '../sign-in/SignOut.tsx'
import { Bar } from '../ui/Bar.tsx'
import { Page } from '../ui/Page.tsx'
import { Loading } from '../ui/Stated.tsx'
import '../ui/staff.css'
import { authorPaths, previewPath } from '../author/paths.ts'
import { loadStaffWords } from '../words/load.ts'
import { t } from '../words/words.ts'
import { AccessReasons } from './AccessReasons.tsx'
import { Bell } from './bell/Bell.tsx'
import { RoleSwitch } from './RoleSwitch.tsx'
import { StaffEvidence } from './StaffEvidence.tsx'
import { stopsOf } from './stops.ts'

const words = loadStaffWords()

const Home = lazy(() => import('../classes/home/Home.tsx'))
const ClassArea = lazy(() => import('../classes/ClassArea.tsx'))
const QuizResults = lazy(() => import('../classes/results/QuizResults.tsx'))
const AttemptPage = lazy(() => import('../classes/attempt/AttemptPage.tsx'))
const StudentPage = lazy(() => import('../classes/student/StudentPage.tsx'))
const Marking = lazy(() => import('../mark/Marking.tsx'))
const AuthorArea = lazy(() => import('../author/AuthorArea.tsx'))
const People = lazy(() => import('../admin/People.tsx'))
const MySettings = lazy(() => import('./MySettings.tsx'))

/** The area of teachers and admins. */
export default function StaffArea(): ReactElement {
  use(words)
  const stops = stopsOf(useMe().role)
  const [path] = useLocation()
  return (
    <AccessReasons>
      <SampleStrip />
      {/* A preview shows the student's own pages: nothing beside them but the way back. */}
      {!previewPath.test(path) && (
        <Bar stops={stops}>
          <Bell />
          <RoleSwitch />
          <Link className="button button-quiet" href="/settings">
            {t('staff.my_settings')}
          </Link>
          <SignOut />
        </Bar>
      )}
      <Suspense fallback={<Loading />}>
        <Pages first={stops[0].path} />
      </Suspense>
      <StaffEvidence />
    </AccessReasons>
  )
}

function Pages({ first }: { first: string }) {
  return (
    <Switch>
      <Route path="/">
        <Redirect to={first} replace />
      </Route>
      <Route path="/home" component={Home} />
      <Route path="/classes/*?" component={ClassArea} />
      <Route path="/assignments/:assignmentId/results">
        {({ assignmentId }) => <QuizResults key={assignmentId} assignmentId={assignmentId} />}
      </Route>
      <Route path="/attempts/:attemptId/results">
        {({ attemptId }) => <AttemptPage key={attemptId} attemptId={attemptId} />}
      </Route>
      <Route path="/students/:studentId">
        {({ studentId }) => <StudentPage key={studentId} studentId={studentId} />}
      </Route>
      <Route path={authorPaths} component={AuthorArea} />
      <Route path="/marking" component={Marking} />
      <Route path="/people/*?" component={People} />
      <Route path="/settings" component={MySettings} />
      <Route>
        <Page title={t('ui.not_found')}>
          <p>{t('ui.not_found_about')}</p>
        </Page>
      </Route>
    </Switch>
  )
}
