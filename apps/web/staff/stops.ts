import type { Stop } from '../ui/Bar.tsx'
import { t } from '../words/words.ts'

/** The stops of the bar for a role; the first is where its people arrive. */
export function stopsOf(role: string): readonly [Stop, ...Stop[]] {
  if (role === 'admin') {
    return [
      { path: '/people', title: t('staff.people') },
      { path: '/classes', title: t('staff.classes') },
      { path: '/library', title: t('author.library') },
    ]
  }
  return [
    { path: '/home', title: t('staff.home') },
    { path: '/classes', title: t('staff.classes') },
    { path: '/library', title: t('author.library') },
    { path: '/marking', title: t('staff.marking') },
  ]
}
