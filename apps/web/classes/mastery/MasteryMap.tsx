import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactElement, useId } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { AsOf } from '../../staff/AsOf.tsx'
import { useAddressView } from '../../staff/address-view.ts'
import { useNewsSince } from '../../staff/news.ts'
import { Heatmap } from '../../ui/charts/Heatmap.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Direction } from '../../ui/Sorting.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { type Shown, stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { ClassSplit } from './ClassSplit.tsx'
import { cellOf } from './cell.ts'
import { filtered, filterOf } from './map-filter.ts'
import { inOrder } from './map-order.ts'
import { Narrowed } from './Narrowed.tsx'

type ClassMap = Reply<'getClassMastery'>

/** Students by objectives, with the standing in each cell. */
export default function MasteryMap({ classroomId }: { classroomId: string }): ReactElement {
  const [view, changeView] = useAddressView(['topic', 'sort', 'direction', 'objective', 'standing'])
  const map = useQuery({
    queryKey: ['mastery map', classroomId, view.topic],
    queryFn: () =>
      call('getClassMastery', {
        params: { classroom_id: classroomId },
        query: view.topic ? { topic_id: view.topic } : {},
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const students = new Set(map.data?.students.map(({ student_id }) => student_id))
  const hasNews = useNewsSince(map.dataUpdatedAt, ({ key }) => students.has(key))
  return (
    <Page
      wide
      title={map.data ? t('classes.mastery_of', { class: map.data.classroom.name }) : t('classes.mastery')}
    >
      <Link className="list-link" href={`/classes/${classroomId}`}>
        {t('classes.to_class')}
      </Link>
      <Stated
        shown={stateOfMap(stateOf(map))}
        empty={<p>{t('classes.map_empty')}</p>}
        tooLittle={(data) => <TooLittle map={data} />}
        partial={(data) => <Missing map={data} />}
        onRetry={() => map.refetch()}
      >
        {(data) => (
          <>
            <p>
              {t('classes.map_about')} {t('classes.split_legend')}
            </p>
            <TopicChoice
              topics={data.topics}
              chosen={view.topic}
              onChoose={(topic) => changeView({ topic })}
            />
            <MapGrid map={data} view={view} onView={changeView} />
            <AsOf asOf={data.as_of} hasNews={hasNews} onUpdate={() => map.refetch()} />
          </>
        )}
      </Stated>
    </Page>
  )
}

/** Nothing to know yet is one thing, nothing known of anybody another, and a part left out a third. */
function stateOfMap(shown: Shown<ClassMap>): Shown<ClassMap> {
  if (shown.state !== 'full') return shown
  const { objectives, students, more_objectives, degraded_reasons } = shown.data
  if (objectives.length === 0 || students.length === 0) return { state: 'empty' }
  const isKnown = students.some(({ cells }) => cells.some(({ state }) => state !== 'not_enough_evidence'))
  if (!isKnown) return { state: 'too_little', data: shown.data }
  if (more_objectives > 0 || degraded_reasons.length > 0) return { state: 'partial', data: shown.data }
  return shown
}

function TooLittle({ map }: { map: ClassMap }) {
  return (
    <>
      <p>{t('classes.map_too_little')}</p>
      <ul>
        {map.objectives.map(({ competency_id, title }) => (
          <li key={competency_id}>{title}</li>
        ))}
      </ul>
    </>
  )
}

function Missing({ map: { more_objectives, degraded_reasons } }: { map: ClassMap }) {
  return (
    <>
      {more_objectives > 0 && <p>{t('classes.map_more', { n: more_objectives })}</p>}
      {degraded_reasons.length > 0 && <p>{t('progress.not_yet_folded')}</p>}
    </>
  )
}

function TopicChoice({
  topics,
  chosen,
  onChoose,
}: {
  topics: ClassMap['topics']
  chosen: string | undefined
  onChoose: (topic: string) => void
}) {
  const id = useId()
  if (topics.length < 2) return null
  return (
    <div className="row no-print">
      <label htmlFor={id}>{t('classes.topic')}</label>
      <select
        id={id}
        className="input input-inline"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{t('classes.all_topics')}</option>
        {topics.map((topic) => (
          <option key={topic.id} value={topic.id}>
            {topic.title}
          </option>
        ))}
      </select>
    </div>
  )
}

function MapGrid({
  map,
  view,
  onView,
}: {
  map: ClassMap
  view: Record<string, string>
  onView: (change: Record<string, string>) => void
}) {
  const direction: Direction = view.direction === 'down' ? 'down' : 'up'
  const columns = map.objectives.map((objective, at) => ({ ...objective, id: objective.competency_id, at }))
  const sortedColumn = columns.find(({ id }) => id === view.sort) ?? null
  const sorting = (id: string, isNow: boolean) => ({
    direction: isNow ? direction : null,
    onSort: () => onView({ sort: id, direction: isNow && direction === 'up' ? 'down' : 'up' }),
  })
  const filter = filterOf(map, view)
  const students = filtered(map.students, filter)
  const rows = inOrder(students, sortedColumn?.at ?? null, direction).map((student) => ({
    ...student,
    id: student.student_id,
  }))
  return (
    <>
      <Narrowed
        filter={filter}
        count={rows.length}
        onShowAll={() => onView({ objective: '', standing: '' })}
      />
      <Heatmap
        caption={t('classes.mastery_of', { class: map.classroom.name })}
        corner={t('classes.name')}
        cornerSorting={sorting('', sortedColumn === null)}
        rows={rows}
        columns={columns}
        rowName={({ student_id, name }) => (
          <Link className="list-link" href={`/students/${student_id}`}>
            <bdi>{name}</bdi>
          </Link>
        )}
        columnName={({ title }) => title}
        columnNote={(objective) => (
          <ClassSplit classroomId={map.classroom.id} objective={objective} filter={filter} />
        )}
        columnSorting={({ id }) => sorting(id, id === sortedColumn?.id)}
        cell={({ student_id, cells }, { at }) => {
          const cell = cells[at]
          return cell ? cellOf(student_id, cell) : null
        }}
      />
    </>
  )
}
