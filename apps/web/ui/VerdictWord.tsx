import type { ReactElement } from 'react'
import { t } from '../words/words.ts'

type Verdict = 'correct' | 'partly' | 'not_yet' | 'not_answered' | 'waiting'

const signs: Record<Verdict, string> = {
  correct: '✓',
  partly: 'i',
  not_yet: 'i',
  not_answered: '–',
  waiting: '…',
}

/** A sign and a word: green with a tick, or amber with an "i"; understood in grey too. */
export function VerdictWord({ verdict }: { verdict: Verdict }): ReactElement {
  return (
    <p className={`verdict-${verdict}`}>
      <span className="verdict-sign" aria-hidden="true">
        {signs[verdict]}
      </span>{' '}
      {t(`ui.verdict.${verdict}`)}
    </p>
  )
}
