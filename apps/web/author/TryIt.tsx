import { type ReactElement, type ReactNode, useState } from 'react'
import { Playing } from '../take/AnswerPart.tsx'
import { Button } from '../ui/Button.tsx'
import { Prose } from '../ui/Prose.tsx'
import { VerdictWord } from '../ui/VerdictWord.tsx'
import { marks, t } from '../words/words.ts'
import { type LocalQuestion, type Tried, tryAnswer } from './local-question.ts'

const verdicts = {
  correct: 'correct',
  partial: 'partly',
  incorrect: 'not_yet',
  not_answered: 'not_answered',
  pending: 'waiting',
} as const

/**
 * The question as a student sees it, with the real player. An answer given here is marked on the spot and kept
 * nowhere; `after` adds what can be done with it.
 */
export function TryIt({
  local,
  after,
}: {
  local: LocalQuestion
  after?: (answer: unknown, share: number) => ReactNode
}): ReactElement {
  const { copy, question } = local
  const [answer, setAnswer] = useState<unknown>(null)
  const [tried, setTried] = useState<Tried | null>(null)
  const change = (next: unknown) => {
    setAnswer(next)
    setTried(null)
  }
  return (
    <div className="stack wide">
      <div className="stem">
        <Prose source={copy.stem} language={copy.language} />
      </div>
      <Playing question={copy} answer={answer} readOnly={false} onAnswer={change} />
      <div className="row">
        <Button onClick={() => setTried(tryAnswer(question, answer))}>{t('author.check_answer')}</Button>
        <Button look="quiet" onClick={() => change(null)}>
          {t('author.clear_answer')}
        </Button>
      </div>
      <div role="status" className="wide">
        {tried && <Outcome tried={tried} />}
        {tried && isMarked(tried) && after?.(answer, tried.share)}
      </div>
    </div>
  )
}

/** There is an answer, and it earns something or nothing by rule. */
function isMarked(tried: Tried): tried is Tried & { share: number } {
  return 'mark' in tried && tried.share !== null && tried.mark.outcome !== 'not_answered'
}

function Outcome({ tried }: { tried: Tried }) {
  if ('refused' in tried) return <p className="note note-not-yet">{tried.refused}</p>
  const { outcome, score, max_score, feedback } = tried.mark
  return (
    <div className={`note stack ${outcome === 'correct' ? 'note-good' : 'note-not-yet'}`}>
      <VerdictWord verdict={verdicts[outcome]} />
      {score !== null && <p>{marks(score, max_score)}</p>}
      {feedback.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
