import { lazy, type ReactElement, Suspense } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { Loading } from '../../ui/Stated.tsx'
import { t } from '../../words/words.ts'

const AttemptArea = lazy(() => import('../../take/AttemptArea.tsx'))
const ResultsPage = lazy(() => import('../../take/ResultsPage.tsx'))

/**
 * The student's own pages inside the author's area. The router above gives all their addresses this quiz's
 * preview as their base; any page that only students have leads back to the review.
 */
export default function PreviewArea({ quizId }: { quizId: string }): ReactElement {
  // "~" leaves the base of the preview.
  const review = `~/quizzes/${quizId}/review`
  return (
    <>
      <aside className="preview-strip row no-print" aria-label={t('author.preview')}>
        <p>{t('author.preview_counts_nowhere')}</p>
        <Link className="button" href={review}>
          {t('author.end_preview')}
        </Link>
      </aside>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/attempts/:attemptId/results">
            {({ attemptId }) => <ResultsPage attemptId={attemptId} />}
          </Route>
          <Route path="/attempts/:attemptId/*?">
            {({ attemptId }) => <AttemptArea key={attemptId} attemptId={attemptId} />}
          </Route>
          <Route>
            <Redirect to={review} replace />
          </Route>
        </Switch>
      </Suspense>
    </>
  )
}
