import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { AsOf } from '../../staff/AsOf.tsx'
import { useNewsSince } from '../../staff/news.ts'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { ClassCards } from '../ClassCards.tsx'
import '../classes.css'
import { FirstSteps } from './FirstSteps.tsx'
import { Recent } from './Recent.tsx'

type HomeReply = Reply<'getHome'>
const newsOfHome = new Set(['attempt.completed', 'response.marked'])

/** Where a teacher arrives: what waits, the classes, and what happened lately. */
export default function Home(): ReactElement {
  const home = useQuery({
    queryKey: ['home'],
    queryFn: () => call('getHome', {}),
    refetchOnWindowFocus: false,
  })
  const hasNews = useNewsSince(home.dataUpdatedAt, ({ topic }) => newsOfHome.has(topic))
  return (
    <Page title={t('staff.home')}>
      <div className="row">
        <Link className="button button-main" data-main-action href="/create">
          {t('classes.create_quiz')}
        </Link>
      </div>
      <Stated shown={stateOf(home)} onRetry={() => home.refetch()}>
        {(data) => (
          <>
            <FirstSteps home={data} />
            <Queues queues={data.queues} />
            <section className="stack">
              <h2>{t('classes.own_classes')}</h2>
              <ClassCards classrooms={data.classrooms} />
            </section>
            <Recent recent={data.recent} />
            <AsOf asOf={data.as_of} hasNews={hasNews} onUpdate={() => home.refetch()} />
          </>
        )}
      </Stated>
    </Page>
  )
}

/** Where the very things that were counted are listed. */
const addresses = {
  marking: '/marking',
  release: '/classes/quizzes?awaiting=release',
  drafts: '/library?quizzes=unpublished',
} as const
const queueNames = ['marking', 'release', 'drafts'] as const

function Queues({ queues }: { queues: HomeReply['queues'] }) {
  const waiting = queueNames.filter((name) => queues[name] > 0)
  return (
    <section className="stack">
      <h2>{t('classes.waiting_for_you')}</h2>
      {waiting.length === 0 && <p>{t('classes.nothing_waits')}</p>}
      <ul className="list-plain">
        {waiting.map((name) => (
          <li key={name}>
            <Link className="list-link" href={addresses[name]}>
              {t(`classes.queue_${name}`, { n: queues[name] })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
