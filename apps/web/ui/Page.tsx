import type { ReactElement, ReactNode } from 'react'

/** The one heading of a screen. It takes the focus when the screen opens. */
export function PageTitle({ children }: { children: ReactNode }): ReactElement {
  return <h1 tabIndex={-1}>{children}</h1>
}

/** The main part of a screen, where "skip to the page" leads. */
export function Page({ title, children }: { title: ReactNode; children: ReactNode }): ReactElement {
  return (
    <main id="main" className="page">
      <PageTitle>{title}</PageTitle>
      {children}
    </main>
  )
}
