import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { tenths } from '../../words/format.ts'
import { dateTime, t } from '../../words/words.ts'

type Progress = Reply<'getProgress'>
type Objective = Progress['topics'][number]['objectives'][number]

/** On paper: each objective with its standing, or "?" and what would settle it. */
export function StudentSheet({ progress }: { progress: Progress }): ReactElement {
  const { school } = useMe()
  return (
    <section className="print-only" aria-hidden="true">
      <p>{t('classes.print_head', { school: school.name, time: dateTime(new Date().toISOString()) })}</p>
      {progress.topics.map(({ topic, objectives }) => (
        <table key={topic?.id ?? 'none'} className="table">
          <caption>{topic?.title ?? t('progress.no_topic')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('classes.objective')}</th>
              <th scope="col">{t('classes.standing')}</th>
              <th scope="col">{t('classes.evidence_count')}</th>
              <th scope="col">{t('classes.would_settle')}</th>
            </tr>
          </thead>
          <tbody>
            {objectives.map((objective) => (
              <tr key={objective.competency_id}>
                <th scope="row">{objective.title}</th>
                <td>{standingOf(objective)}</td>
                <td>{objective.evidence_count}</td>
                <td>
                  {objective.would_settle.map(({ text }) => (
                    <div key={text}>{text}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p>{t('progress.as_of', { time: dateTime(progress.as_of) })}</p>
    </section>
  )
}

function standingOf({ state, standing, probability }: Objective): string {
  if (state === 'not_enough_evidence' || standing === null || probability === null)
    return t('progress.not_enough')
  const known = { standing: t(`progress.standing_${standing}`), tenths: tenths(probability) }
  const text = t('progress.standing', known)
  return state === 'contested' ? t('classes.contested', { word: `≠ ${text}` }) : text
}
