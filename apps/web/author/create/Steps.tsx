import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { t } from '../../words/words.ts'

/** The four steps from a unit to a published quiz. Steps that can be gone back to are links. */
export function Steps({ current, unitId }: { current: 1 | 2 | 3 | 4; unitId: string | null }): ReactElement {
  const steps = [
    { title: t('author.step_unit'), href: '/create' },
    { title: t('author.step_materials'), href: unitId && `/create/${unitId}/materials` },
    { title: t('author.step_settings'), href: unitId && `/create/${unitId}/settings` },
    { title: t('author.step_review'), href: null },
  ]
  return (
    <nav aria-label={t('author.steps')}>
      <ol className="steps">
        {steps.map(({ title, href }, index) => {
          const isHere = index + 1 === current
          const name = t('author.step_n', { n: index + 1, title })
          return (
            <li key={title} aria-current={isHere ? 'step' : undefined}>
              {href && !isHere ? <Link href={href}>{name}</Link> : name}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
