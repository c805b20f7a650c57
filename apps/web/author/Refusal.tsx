import type { ReactElement } from 'react'
import { Problem, Unreachable } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Failed } from '../ui/Stated.tsx'
import { t } from '../words/words.ts'

/** Why an act was refused: the sentence for the very value where the server names one, and how long to wait. */
export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  if (error instanceof Unreachable)
    return (
      <div className="note note-not-yet stack" role="alert">
        <p>{t('author.no_network')}</p>
        {onRetry && <Button onClick={onRetry}>{t('ui.try_again')}</Button>}
      </div>
    )
  return <Failed error={precise(error)} onRetry={onRetry} />
}

function precise(error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  const { message } = error.details
  if (typeof message === 'string') error.message = message
  if (error.retryAfterSeconds !== null) {
    const wait = t('author.wait_minutes', { n: Math.ceil(error.retryAfterSeconds / 60) })
    if (!error.message.endsWith(wait)) error.message = `${error.message} ${wait}`
  }
  return error
}
