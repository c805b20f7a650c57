import type { ReactElement } from 'react'
import { VerdictWord } from '../ui/VerdictWord.tsx'
import { marks, t } from '../words/words.ts'
import type { QuestionState } from './attempt-state.ts'

/** What came of a check, kept in view below the answer and spoken when it comes. */
export function Checked({ state }: { state: QuestionState }): ReactElement {
  const { check, shown_answer } = state
  const right = shown_answer ?? check?.correct_answer
  const tone = check?.verdict === 'correct' ? 'note-good' : 'note-not-yet'
  return (
    <div role="status" className="stack wide">
      {check && (
        <div className={`note ${tone} stack`}>
          <VerdictWord verdict={check.verdict} />
          <p>{check.message}</p>
          <p>{t('take.marks_for_this', { marks: marks(check.score, check.max_score) })}</p>
          {check.tries_left !== null && check.tries_left > 0 && check.verdict !== 'correct' && (
            <p>{t('take.tries_left', { n: check.tries_left })}</p>
          )}
        </div>
      )}
      {right !== undefined && right !== null && (
        <p className="note">
          {t('take.right_answer')} <span className="isolated">{right}</span>
        </p>
      )}
    </div>
  )
}
