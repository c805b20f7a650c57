import { type ReactElement, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { t } from '../words/words.ts'
import { FinishPage } from './FinishPage.tsx'
import { loadPlayers } from './players.ts'
import { QuestionPage } from './QuestionPage.tsx'
import './take.css'
import { SittingProvider, useSitting } from './use-sitting.tsx'

/** The pages of one open attempt. */
export default function AttemptArea({ attemptId }: { attemptId: string }): ReactElement {
  return (
    <SittingProvider attemptId={attemptId}>
      <Pages attemptId={attemptId} />
    </SittingProvider>
  )
}

function Pages({ attemptId }: { attemptId: string }) {
  const { view } = useSitting()
  const { bundle, ended, writer } = view
  // From here on no question needs the network to be shown.
  useEffect(() => {
    void loadPlayers(bundle.questions.map(({ kind }) => kind))
  }, [bundle])
  if (ended) return <Redirect to={`/attempts/${attemptId}/results`} replace />
  if (writer === 'other_tab') return <Elsewhere text={t('take.other_tab')} />
  if (writer === 'other_device') return <Elsewhere text={t('take.other_device')} />
  return (
    <Switch>
      <Route path="/attempts/:attemptId/questions/:position">
        {({ position }) => <QuestionPage key={position} position={Number(position)} />}
      </Route>
      <Route path="/attempts/:attemptId/finish">
        <FinishPage />
      </Route>
      <Route>
        <Redirect to={`/attempts/${attemptId}/questions/1`} replace />
      </Route>
    </Switch>
  )
}

/** One place writes at a time; the student may move it here. */
function Elsewhere({ text }: { text: string }) {
  const { view, continueHere } = useSitting()
  return (
    <Page title={view.bundle.quiz_title}>
      <p>{text}</p>
      <p>{t('take.elsewhere_about')}</p>
      <div>
        <Button look="main" onClick={continueHere}>
          {t('take.continue_here')}
        </Button>
      </div>
    </Page>
  )
}
