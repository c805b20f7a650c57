import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api.ts'
import { useClosedNote } from '../../staff/closed-notes.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { type FirstStep, firstSteps, placeOf, stepsDone } from './first-steps.ts'

/** A short list for a new teacher that ticks itself off, until it is done or closed. */
export function FirstSteps({ home }: { home: Reply<'getHome'> }): ReactElement | null {
  const [closed, close] = useClosedNote('first-steps')
  const done = stepsDone(home)
  if (closed || done.size === firstSteps.length) return null
  return (
    <section className="card">
      <h2>{t('classes.first_steps')}</h2>
      <ol className="first-steps">
        {firstSteps.map((step) => (
          <li key={step}>
            {done.has(step) ? (
              stepText(step, 'yes')
            ) : (
              <Link className="list-link" href={placeOf(step, home)}>
                {stepText(step, 'no')}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Button look="quiet" onClick={close}>
        {t('classes.close_list')}
      </Button>
    </section>
  )
}

const stepText = (step: FirstStep, done: 'yes' | 'no'): string =>
  t('classes.first_step', { step: t(`classes.first_step_${step}`), done })
