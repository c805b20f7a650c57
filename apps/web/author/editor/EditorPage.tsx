import { type ReactElement, useEffect } from 'react'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading } from '../../ui/Stated.tsx'
import { t } from '../../words/words.ts'
import { useQuizChanged } from '../asking.ts'
import { EditorDesk } from './EditorDesk.tsx'
import { useOpenQuestion } from './use-autosave.ts'

/** Editing one question, with its preview, checks, tests and versions beside it. */
export default function EditorPage({
  quizId,
  questionId,
}: {
  quizId: string
  questionId: string
}): ReactElement {
  const { autosave, error, again } = useOpenQuestion(questionId)
  const changed = useQuizChanged(quizId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the editor is left
  useEffect(() => () => void changed(), [])
  return (
    <Page title={t('author.edit_question')}>
      {autosave ? (
        <EditorDesk autosave={autosave} quizId={quizId} />
      ) : error === null ? (
        <Loading />
      ) : (
        <Failed error={error} onRetry={again} />
      )}
    </Page>
  )
}
