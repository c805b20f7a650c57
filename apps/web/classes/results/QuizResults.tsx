import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { AsOf } from '../../staff/AsOf.tsx'
import { useAddressView } from '../../staff/address-view.ts'
import { useNewsSince } from '../../staff/news.ts'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { t } from '../../words/words.ts'
import '../classes.css'
import { Answers } from './Answers.tsx'
import { Bands } from './Bands.tsx'
import { Release } from './Release.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { readView, viewNames } from './results-view.ts'
import { Tiles } from './Tiles.tsx'

type Results = Reply<'getClassResults'>

/** What a class did in a quiz: tiles, histogram, table, the answers, and the release of marks. */
export default function QuizResults({ assignmentId }: { assignmentId: string }): ReactElement {
  const [values, changeView] = useAddressView(viewNames)
  const view = readView(values)
  const results = useQuery({
    queryKey: ['class results', assignmentId, view],
    queryFn: () => call('getClassResults', { params: { assignment_id: assignmentId }, query: view }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const students = new Set(results.data?.rows.map(({ student_id }) => student_id))
  const hasNews = useNewsSince(results.dataUpdatedAt, ({ key }) => students.has(key))
  const shown = stateOf(results, { partial: ({ waiting }) => waiting > 0 })
  return (
    <Page title={results.data?.assignment.quiz_title ?? t('classes.results')}>
      <Stated
        shown={shown}
        partial={({ waiting }) => <Provisional assignmentId={assignmentId} waiting={waiting} />}
        onRetry={() => results.refetch()}
      >
        {(data) => (
          <>
            <Link className="list-link" href={`/classes/${data.assignment.classroom_id}`}>
              {data.assignment.classroom_name}
            </Link>
            <Release assignment={data.assignment} completed={data.tiles.completed} />
            <Tabs
              label={t('classes.results')}
              tabs={[
                {
                  id: 'results',
                  title: t('classes.results'),
                  show: () => (
                    <div className="stack tab-page">
                      <Basis results={data} />
                      <Tiles assignmentId={assignmentId} tiles={data.tiles} waiting={data.waiting} />
                      <Bands assignmentId={assignmentId} histogram={data.histogram} />
                      <ResultsTable
                        assignmentId={assignmentId}
                        withRetries={data.assignment.settings.feedback_mode === 'immediate'}
                        rows={data.rows}
                        view={view}
                        onView={changeView}
                      />
                      <AsOf asOf={data.basis.as_of} hasNews={hasNews} onUpdate={() => results.refetch()} />
                    </div>
                  ),
                },
                {
                  id: 'answers',
                  title: t('classes.answers'),
                  show: () => <Answers assignmentId={assignmentId} questions={data.questions} />,
                },
              ]}
            />
          </>
        )}
      </Stated>
    </Page>
  )
}

function Provisional({ assignmentId, waiting }: { assignmentId: string; waiting: number }) {
  const mayMark = useMe().role === 'teacher'
  return (
    <p>
      {t('classes.provisional', { n: waiting })}{' '}
      {mayMark && (
        <Link href={`/marking?assignment=${assignmentId}`}>{t('classes.mark_them', { n: waiting })}</Link>
      )}
    </p>
  )
}

/** Which attempts count, and who is left out. */
function Basis({ results }: { results: Results }) {
  const { attempts_counted, rule, excluded } = results.basis
  const left = (['running', 'excused', 'abandoned'] as const).filter((why) => excluded[why] > 0)
  return (
    <p className="muted">
      {t('classes.basis', { n: attempts_counted, rule: t(`classes.rule_${rule}`) })}{' '}
      {left.map((why) => t(`classes.left_out_${why}`, { n: excluded[why] })).join(' ')}
    </p>
  )
}
