import type { ReactElement } from 'react'
import { useMe } from '../session.tsx'
import { t } from '../words/words.ts'

/** On paper: whose work it is. On the screen the person knows. */
export function Whose(): ReactElement {
  const { user, school } = useMe()
  const name = `${user.first_name} ${user.last_name}`
  return <p className="print-only">{t('results.whose', { name, school: school.name })}</p>
}
