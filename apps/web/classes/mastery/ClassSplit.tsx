import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { t } from '../../words/words.ts'

const standings = ['secure', 'learning', 'gap', 'contested', 'not_enough_evidence'] as const

/** How the class divides on one objective, in words. Who lacks evidence is counted apart, never as a gap. */
export function ClassSplit({
  counts,
}: {
  counts: Reply<'getClassMastery'>['objectives'][number]['counts']
}): ReactElement {
  return (
    <ul className="split">
      {standings
        .filter((standing) => counts[standing] > 0)
        .map((standing) => (
          <li key={standing}>{t(`classes.split_${standing}`, { n: counts[standing] })}</li>
        ))}
    </ul>
  )
}
