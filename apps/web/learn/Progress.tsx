import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../api.ts'
import { useMe } from '../session.tsx'
import { Interval } from '../ui/charts/Interval.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { tenths } from '../words/format.ts'
import { date, dateTime, t } from '../words/words.ts'
import { Last30Days } from './Last30Days.tsx'
import { Whose } from './Whose.tsx'

type Progress = Reply<'getProgress'>
type Topic = Progress['topics'][number]
type Objective = Topic['objectives'][number]

/** Each topic with the ladder of its objectives: how the student stands, what moved it, and why. */
export function ProgressPage(): ReactElement {
  const { user } = useMe()
  const progress = useQuery({
    queryKey: ['progress', user.id],
    queryFn: () => call('getProgress', { params: { student_id: user.id } }),
  })
  const objectives = (data: Progress) => data.topics.flatMap((topic) => topic.objectives)
  return (
    <Page title={t('progress.title')}>
      <Stated
        shown={stateOf(progress, {
          empty: (data) => objectives(data).length + data.last_30_days.quizzes.length === 0,
          partial: (data) => data.degraded_reasons.length > 0,
        })}
        empty={<p>{t('progress.empty')}</p>}
        partial={() => <p>{t('progress.not_yet_folded')}</p>}
        onRetry={() => progress.refetch()}
      >
        {(data) => (
          <>
            <Whose />
            {data.topics.map((topic) => (
              <TopicPart key={topic.topic?.id ?? 'none'} topic={topic} studentId={user.id} />
            ))}
            <Last30Days work={data.last_30_days} />
            <p className="muted">{t('progress.as_of', { time: dateTime(data.as_of) })}</p>
          </>
        )}
      </Stated>
    </Page>
  )
}

/** A topic with the ladder of its objectives, the same for the student and the teacher. */
export function TopicPart({ topic, studentId }: { topic: Topic; studentId: string }) {
  return (
    <section className="stack">
      <h2>{topic.topic?.title ?? t('progress.no_topic')}</h2>
      <ul className="list-plain">
        {topic.objectives.map((objective) => (
          <li key={objective.competency_id} className="card">
            <ObjectivePart objective={objective} studentId={studentId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ObjectivePart({ objective, studentId }: { objective: Objective; studentId: string }) {
  const { title, state, would_settle, last_known, last_move, probability, interval, newest_evidence_on } =
    objective
  return (
    <>
      <h3>{title}</h3>
      <Figure
        subject_type="mastery"
        subject_id={`${studentId}~${objective.competency_id}`}
        text={standingText(objective)}
      />
      {probability !== null && interval && (
        <Interval low={interval.low} value={probability} high={interval.high} />
      )}
      {state === 'contested' && <p>{t('progress.contested')}</p>}
      {state === 'not_enough_evidence' && last_known && newest_evidence_on && (
        <p>
          {t('progress.last_known', {
            standing: t(`progress.standing_${last_known.standing}`),
            tenths: tenths(last_known.probability),
            date: date(newest_evidence_on),
          })}
        </p>
      )}
      {would_settle.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {last_move && (
        <p className="muted">
          {t(`progress.moved_${last_move.direction}`, {
            reason: last_move.reason,
            time: date(last_move.occurred_at),
          })}
        </p>
      )}
    </>
  )
}

/** The standing in a word, then "about 8 in 10"; "?" without enough evidence, never 0. */
function standingText({ standing, probability, state }: Objective): string {
  if (standing === null || probability === null || state === 'not_enough_evidence')
    return t('progress.not_enough')
  return t('progress.standing', {
    standing: t(`progress.standing_${standing}`),
    tenths: tenths(probability),
  })
}
