import type { ReactElement } from 'react'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { stemStart } from './stem-start.ts'

/** Questions that were taken out of the quiz, with the reason and the way back. */
export function RejectedQuestions({
  rejected,
  onChanged,
}: {
  rejected: readonly AuthorQuestion[]
  onChanged: () => Promise<void>
}): ReactElement | null {
  return rejected.length === 0 ? null : (
    <Disclosure summary={t('author.rejected_questions', { n: rejected.length })}>
      <ul className="list-plain stack">
        {rejected.map((question) => (
          <Rejected key={question.id} question={question} onChanged={onChanged} />
        ))}
      </ul>
    </Disclosure>
  )
}

function Rejected({ question, onChanged }: { question: AuthorQuestion; onChanged: () => Promise<void> }) {
  const { id, revision, rejection_reason } = question
  const restoring = useAct(async () => {
    await call('restoreQuestion', { params: { question_id: id }, body: {} }, { revision })
    await onChanged()
  })
  const stem = stemStart(question)
  return (
    <li className="card">
      <p>{stem}</p>
      {rejection_reason && <p className="muted">{t('author.reason', { reason: rejection_reason })}</p>}
      {restoring.error !== null && <Refusal error={restoring.error} />}
      <Button
        look="quiet"
        busy={restoring.busy}
        aria-label={t('author.bring_back_named', { name: stem })}
        onClick={() => restoring.run()}
      >
        {t('author.bring_back')}
      </Button>
    </li>
  )
}
