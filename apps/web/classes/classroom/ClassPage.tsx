import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { AsOf } from '../../staff/AsOf.tsx'
import { useNewsSince } from '../../staff/news.ts'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { date, t } from '../../words/words.ts'
import { ClassQuizzes } from './ClassQuizzes.tsx'
import { ClassStudents } from './ClassStudents.tsx'

type Overview = Reply<'getClassOverview'>

/** A class: its quizzes, its students and when something happened last. */
export default function ClassPage({ classroomId }: { classroomId: string }): ReactElement {
  const overview = useQuery({
    queryKey: ['class overview', classroomId],
    queryFn: () => call('getClassOverview', { params: { classroom_id: classroomId } }),
    refetchOnWindowFocus: false,
  })
  const students = new Set(overview.data?.students.map(({ student_id }) => student_id))
  const hasNews = useNewsSince(overview.dataUpdatedAt, ({ key }) => students.has(key))
  return (
    <Page title={overview.data?.classroom.name ?? t('classes.class')}>
      <Stated shown={stateOf(overview)} onRetry={() => overview.refetch()}>
        {(data) => (
          <>
            <Head overview={data} />
            <section className="stack">
              <h2>{t('classes.quizzes')}</h2>
              <ClassQuizzes quizzes={data.quizzes} />
            </section>
            <section className="stack">
              <h2>{t('classes.students_head')}</h2>
              <ClassStudents classroomId={classroomId} students={data.students} />
            </section>
            <AsOf asOf={data.as_of} hasNews={hasNews} onUpdate={() => overview.refetch()} />
          </>
        )}
      </Stated>
    </Page>
  )
}

function Head({ overview }: { overview: Overview }) {
  const { classroom, last_activity_at } = overview
  const maySetWork = useMe().role === 'teacher'
  const year = classroom.year_group === null ? null : t('classes.year', { n: classroom.year_group })
  const activity = last_activity_at
    ? t('classes.last_activity', { time: date(last_activity_at) })
    : t('classes.no_activity')
  return (
    <>
      <p className="muted">{[classroom.subject, year, activity].filter(Boolean).join(' · ')}</p>
      <div className="row">
        {maySetWork && (
          <Link className="button button-main" data-main-action href="/library">
            {t('classes.assign')}
          </Link>
        )}
        <Link className="button" href={`/classes/${classroom.id}/mastery`}>
          {t('classes.mastery')}
        </Link>
        <Link className="button" href={`/classes/${classroom.id}/list`}>
          {t('classes.roll')}
        </Link>
      </div>
    </>
  )
}
