import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { dateTime, t } from '../words/words.ts'
import { Button } from './Button.tsx'
import { Disclosure } from './Disclosure.tsx'
import { detailsOf, type Shown } from './shown.ts'

/**
 * Shows a list, chart or page in the state it is in. Each state is built: loading, empty, too little evidence,
 * partial, error, offline.
 */
export function Stated<T>({
  shown,
  empty,
  tooLittle,
  partial,
  onRetry,
  children,
}: {
  shown: Shown<T>
  /** What will be here, and one action. */
  empty?: ReactNode
  /** What would settle it. */
  tooLittle?: (data: T) => ReactNode
  /** What is missing, and why. */
  partial?: (data: T) => ReactNode
  onRetry?: () => void
  children: (data: T) => ReactNode
}): ReactElement {
  switch (shown.state) {
    case 'loading':
      return <Loading />
    case 'empty':
      return <div className="note stack">{empty ?? <p>{t('ui.empty')}</p>}</div>
    case 'too_little':
      return <div className="note stack">{tooLittle?.(shown.data) ?? <p>{t('ui.too_little')}</p>}</div>
    case 'error':
      return <Failed error={shown.error} onRetry={onRetry} />
    case 'offline':
      return (
        <div className="stack wide">
          <Offline asOf={shown.data === null ? null : shown.asOf} onRetry={onRetry} />
          {shown.data !== null && children(shown.data)}
        </div>
      )
    case 'partial':
      return (
        <div className="stack wide">
          <div className="note note-not-yet">{partial?.(shown.data) ?? <p>{t('ui.partial')}</p>}</div>
          {children(shown.data)}
        </div>
      )
    default:
      return <>{children(shown.data)}</>
  }
}

const skeletonAfterMs = 200
const wordsAfterMs = 3000

/** Nothing for 200 ms, then a skeleton, and words after 3 s. */
export function Loading(): ReactElement {
  const skeleton = useAfter(skeletonAfterMs)
  const words = useAfter(wordsAfterMs)
  return (
    <div className="stack wide" aria-busy="true">
      {skeleton && (
        <div className="skeleton" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      <p role="status">{words ? t('ui.loading') : ''}</p>
    </div>
  )
}

/** What happened, whether anything is lost, what to do; the code and the request behind "Details". */
export function Failed({
  error,
  onRetry,
}: {
  error: unknown
  onRetry?: (() => void) | undefined
}): ReactElement {
  const { sentence, code, requestId } = detailsOf(error)
  return (
    <div className="note note-not-yet stack" role="alert">
      <p>{sentence ?? t('ui.failed')}</p>
      {onRetry && <Button onClick={onRetry}>{t('ui.try_again')}</Button>}
      <Disclosure summary={t('ui.details')}>
        <p>{requestId ? t('ui.details_request', { code, requestId }) : code}</p>
      </Disclosure>
    </div>
  )
}

function Offline({ asOf, onRetry }: { asOf: number | null; onRetry: (() => void) | undefined }) {
  return (
    <div className="note note-not-yet row row-apart" role="status">
      <p>
        {asOf ? t('ui.offline_since', { time: dateTime(new Date(asOf).toISOString()) }) : t('ui.offline')}
      </p>
      {onRetry && <Button onClick={onRetry}>{t('ui.try_again')}</Button>}
    </div>
  )
}

function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return passed
}
