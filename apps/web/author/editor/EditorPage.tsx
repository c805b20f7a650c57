import { type ReactElement, useEffect } from 'react'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
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
      <Stated shown={stateOf({ data: autosave ?? undefined, error, dataUpdatedAt: 0 })} onRetry={again}>
        {(opened) => <EditorDesk autosave={opened} quizId={quizId} />}
      </Stated>
    </Page>
  )
}
