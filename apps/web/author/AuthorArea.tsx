import { lazy, type ReactElement, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Page } from '../ui/Page.tsx'
import { Loading } from '../ui/Stated.tsx'
import { t } from '../words/words.ts'
import { GeneratingPage } from './create/GeneratingPage.tsx'
import { SettingsPage } from './create/SettingsPage.tsx'
import { UnitPage } from './create/UnitPage.tsx'
import { Library } from './library/Library.tsx'
import { MaterialsPage } from './materials/MaterialsPage.tsx'
import './author.css'
import '../questions/questions.css'

const CorrectionsPage = lazy(() => import('./materials/CorrectionsPage.tsx'))
const ReviewPage = lazy(() => import('./review/ReviewPage.tsx'))
const EditorPage = lazy(() => import('./editor/EditorPage.tsx'))
const PreviewArea = lazy(() => import('./review/PreviewArea.tsx'))

/** The pages on which a quiz is made. */
export default function AuthorArea(): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/library" component={Library} />
        <Route path="/create" component={UnitPage} />
        <Route path="/create/:unitId/materials">
          {({ unitId }) => <MaterialsPage key={unitId} unitId={unitId} />}
        </Route>
        <Route path="/create/:unitId/materials/:documentId">
          {({ unitId, documentId }) => (
            <CorrectionsPage key={documentId} unitId={unitId} documentId={documentId} />
          )}
        </Route>
        <Route path="/create/:unitId/settings">
          {({ unitId }) => <SettingsPage key={unitId} unitId={unitId} />}
        </Route>
        <Route path="/create/:unitId/generations/:generationId">
          {({ unitId, generationId }) => (
            <GeneratingPage key={generationId} unitId={unitId} generationId={generationId} />
          )}
        </Route>
        <Route path="/quizzes/:quizId/review/:questionId?">
          {({ quizId, questionId }) => (
            <ReviewPage key={quizId} quizId={quizId} questionId={questionId ?? null} />
          )}
        </Route>
        <Route path="/quizzes/:quizId/questions/:questionId">
          {({ quizId, questionId }) => (
            <EditorPage key={questionId} quizId={quizId} questionId={questionId} />
          )}
        </Route>
        <Route path="/quizzes/:quizId/preview" nest>
          {({ quizId }) => <PreviewArea quizId={quizId} />}
        </Route>
        <Route>
          <Page title={t('ui.not_found')}>
            <p>{t('ui.not_found_about')}</p>
          </Page>
        </Route>
      </Switch>
    </Suspense>
  )
}
