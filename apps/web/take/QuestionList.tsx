import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Disclosure } from '../ui/Disclosure.tsx'
import { t } from '../words/words.ts'
import { isGiven } from './attempt-state.ts'
import { useSitting } from './use-sitting.tsx'

/** All questions with their state in words, each a link: students may always go back. */
export function QuestionList({ position }: { position?: number }): ReactElement {
  const { view } = useSitting()
  return (
    <nav id="questions" className="card card-snug" aria-label={t('take.list')} tabIndex={-1}>
      <Disclosure summary={t('take.list')}>
        <ol className="list-plain">
          {[...view.questions.values()].map((state) => (
            <li key={state.position}>
              <Link
                className="list-link"
                href={`/attempts/${view.attempt.attempt_id}/questions/${state.position}`}
                aria-current={state.position === position ? 'step' : undefined}
              >
                {t('take.list_item', {
                  position: state.position,
                  state: isGiven(state.answer) ? 'answered' : 'empty',
                  flagged: state.flagged ? 'yes' : 'no',
                })}
              </Link>
            </li>
          ))}
        </ol>
      </Disclosure>
    </nav>
  )
}
