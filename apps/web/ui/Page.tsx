import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/** On the first screen of a visit the focus stays at the top, before the skip links. */
let isFirst = true

/** The one heading of a screen. It takes the focus when the screen opens, so that it is read first. */
export function PageTitle({ children }: { children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
    isFirst = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** The main part of a screen, where "skip to the page" leads. `wide` takes the whole width of the screen. */
export function Page({
  title,
  wide = false,
  children,
}: {
  title: ReactNode
  wide?: boolean
  children: ReactNode
}): ReactElement {
  return (
    <main id="main" className={wide ? 'page page-wide' : 'page'}>
      <PageTitle>{title}</PageTitle>
      {children}
    </main>
  )
}
