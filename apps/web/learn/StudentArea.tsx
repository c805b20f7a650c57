import { lazy, type ReactElement, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { SampleStrip } from '../sign-in/SampleStrip.tsx'
import { QuizStart } from '../take/QuizStart.tsx'
import { Bar } from '../ui/Bar.tsx'
import { LineFocus } from '../ui/LineFocus.tsx'
import { Page } from '../ui/Page.tsx'
import { Loading } from '../ui/Stated.tsx'
import { t } from '../words/words.ts'
import { MePage } from './Me.tsx'
import { ProgressPage } from './Progress.tsx'
import { SignOutSafely } from './SignOutSafely.tsx'
import { Today } from './Today.tsx'
import '../questions/questions.css'

const AttemptArea = lazy(() => import('../take/AttemptArea.tsx'))
const ResultsPage = lazy(() => import('../take/ResultsPage.tsx'))

/** The area of students. */
export default function StudentArea(): ReactElement {
  const [path] = useLocation()
  // A quiz stands alone on its screen: nothing beside it but its own tools.
  const inQuiz = /^\/attempts\/[^/]+\/(questions|finish)/.test(path)
  return (
    <>
      <SampleStrip />
      {!inQuiz && (
        <Bar
          stops={[
            { path: '/today', title: t('learn.today') },
            { path: '/progress', title: t('learn.progress') },
            { path: '/me', title: t('learn.me') },
          ]}
        >
          <SignOutSafely />
        </Bar>
      )}
      <LineFocus />
      <Suspense fallback={<Loading />}>
        <Pages />
      </Suspense>
    </>
  )
}

function Pages() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/today" replace />
      </Route>
      <Route path="/today">
        <Today />
      </Route>
      <Route path="/quizzes/:assignmentId">
        {({ assignmentId }) => <QuizStart assignmentId={assignmentId} />}
      </Route>
      <Route path="/attempts/:attemptId/results">
        {({ attemptId }) => <ResultsPage attemptId={attemptId} />}
      </Route>
      <Route path="/attempts/:attemptId/*?">{({ attemptId }) => <AttemptArea attemptId={attemptId} />}</Route>
      <Route path="/progress">
        <ProgressPage />
      </Route>
      <Route path="/me">
        <MePage />
      </Route>
      <Route>
        <Page title={t('ui.not_found')}>
          <p>{t('ui.not_found_about')}</p>
        </Page>
      </Route>
    </Switch>
  )
}
