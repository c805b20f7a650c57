import type { ReactElement, ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { t } from '../words/words.ts'

export interface Stop {
  path: string
  title: string
}

/** The bar on every screen of an area: skip links, the area's stops, and what stands at its end. */
export function Bar({ stops, children }: { stops: readonly Stop[]; children?: ReactNode }): ReactElement {
  const [path] = useLocation()
  const isHere = (stop: Stop) => path === stop.path || path.startsWith(`${stop.path}/`)
  return (
    <>
      <div className="skips">
        <a href="#main">{t('ui.skip_to_page')}</a>
      </div>
      <header className="bar no-print">
        <span className="brand">{t('ui.brand')}</span>
        <nav aria-label={t('ui.navigation')}>
          <ul>
            {stops.map((stop) => (
              <li key={stop.path}>
                <Link href={stop.path} aria-current={isHere(stop) ? 'page' : undefined}>
                  {stop.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="row">{children}</div>
      </header>
    </>
  )
}
