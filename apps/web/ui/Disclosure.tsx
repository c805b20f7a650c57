import type { ReactElement, ReactNode } from 'react'

/** Native details: opens and closes with Enter or Space, and is found by the page's search. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}): ReactElement {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
