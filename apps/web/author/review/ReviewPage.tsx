import type { ReactElement } from 'react'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { useQuiz } from '../asking.ts'
import { Steps } from '../create/Steps.tsx'
import { AddQuestion } from './AddQuestion.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

/** Step 4: every question beside its source, then the way to publish. */
export default function ReviewPage({
  quizId,
  questionId,
}: {
  quizId: string
  questionId: string | null
}): ReactElement {
  const quiz = useQuiz(quizId)
  return (
    <Page title={quiz.data?.title ?? t('author.step_review')}>
      <Steps current={4} unitId={quiz.data?.unit_id ?? null} />
      <Stated
        shown={stateOf(quiz, {
          tooLittle: ({ questions, rejected }) => questions.length + rejected.length === 0,
        })}
        tooLittle={(data) => (
          <>
            <p>{t('author.no_questions')}</p>
            <AddQuestion quiz={data} />
          </>
        )}
        onRetry={() => quiz.refetch()}
      >
        {(data) => <ReviewDesk quiz={data} wanted={questionId} />}
      </Stated>
    </Page>
  )
}
