import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { useMe } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { startPreview } from './start-preview.ts'

/** Starts a real attempt at the quiz as it is now; it counts in no result. */
export function PreviewButton({ quizId }: { quizId: string }): ReactElement {
  const { user } = useMe()
  const [, navigate] = useLocation()
  const starting = useAct(async () => {
    const attemptId = await startPreview(user.id, quizId)
    navigate(`/quizzes/${quizId}/preview/attempts/${attemptId}/questions/1`)
  })
  return (
    <>
      <Button busy={starting.busy} onClick={() => starting.run()}>
        {t('author.preview')}
      </Button>
      {starting.error !== null && <Refusal error={starting.error} />}
    </>
  )
}
