import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import type { Quiz } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'

type Left = Reply<'approveAllQuestions'>['left']

/** Approves every question that was opened on screen and has nothing open against it; says what it left. */
export function ApproveAll({
  quiz,
  opened,
  onChanged,
}: {
  quiz: Quiz
  opened: readonly string[]
  onChanged: () => Promise<void>
}): ReactElement | null {
  const [done, setDone] = useState<{ approved: number; left: Left } | null>(null)
  const approving = useAct(async () => {
    const question_ids = quiz.questions.map(({ id }) => id).filter((id) => opened.includes(id))
    const { approved, left } = await call('approveAllQuestions', {
      params: { quiz_id: quiz.id },
      body: { question_ids },
    })
    setDone({ approved: approved.length, left })
    await onChanged()
  })
  const waiting = quiz.questions.filter(({ review_state }) => review_state !== 'approved')
  if (waiting.length === 0 && !done) return null
  const n = waiting.filter(({ id }) => opened.includes(id)).length
  return (
    <div className="stack">
      {waiting.length > 0 && (
        <Button busy={approving.busy} onClick={() => approving.run()}>
          {t('author.approve_opened', { n })}
        </Button>
      )}
      {approving.error !== null && <Refusal error={approving.error} />}
      <div role="status">{done && <Done {...done} />}</div>
    </div>
  )
}

function Done({ approved, left }: { approved: number; left: Left }) {
  const count = (reason: Left[number]['reason']) => left.filter((one) => one.reason === reason).length
  return (
    <>
      <p>{t('author.approved_and_left', { approved, left: left.length })}</p>
      <ul>
        {(['not_opened', 'has_errors', 'has_warnings'] as const).map((reason) =>
          count(reason) > 0 ? (
            <li key={reason}>{t('author.left_because', { n: count(reason), reason })}</li>
          ) : null,
        )}
      </ul>
    </>
  )
}
