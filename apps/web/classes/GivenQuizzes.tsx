import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../api.ts'
import { useAddressView } from '../staff/address-view.ts'
import { NarrowedTo } from '../staff/NarrowedTo.tsx'
import { usePaged } from '../staff/use-paged.ts'
import { Figure } from '../ui/Figure.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { dateTime, number, t } from '../words/words.ts'

type Given = Reply<'listAssignments'>['items'][number]

/** The quizzes of all own classes, the newest first; only those whose marks wait for release if the address says so. */
export default function GivenQuizzes(): ReactElement {
  const [view, changeView] = useAddressView(['awaiting'])
  const awaiting = view.awaiting === 'release' ? 'release' : undefined
  const given = usePaged(['given quizzes', awaiting], (cursor) =>
    call('listAssignments', { query: { ...cursor, ...(awaiting && { awaiting }) } }),
  )
  return (
    <Page title={t('classes.given_quizzes')}>
      <NarrowedTo
        by={awaiting ? t('classes.only_unreleased') : null}
        showAll={t('staff.show_all_quizzes')}
        onShowAll={() => changeView({ awaiting: '' })}
      />
      <Stated
        shown={stateOf(given, { empty: (list) => list.length === 0 })}
        empty={<p>{awaiting ? t('classes.no_unreleased') : t('classes.no_given')}</p>}
        onRetry={() => given.refetch()}
      >
        {(list) => (
          <div className="stack wide">
            <Table
              caption={t('classes.given_quizzes')}
              captionHidden
              columns={columns()}
              rows={list}
              rowId={({ assignment_id }) => assignment_id}
            />
            <More of={given} />
          </div>
        )}
      </Stated>
    </Page>
  )
}

function columns(): [Column<Given>, ...Column<Given>[]] {
  return [
    {
      id: 'title',
      head: t('classes.quiz'),
      cell: ({ assignment_id, quiz_title }) => (
        <Link className="list-link" href={`/assignments/${assignment_id}/results`}>
          {quiz_title}
        </Link>
      ),
    },
    {
      id: 'class',
      head: t('classes.class'),
      cell: ({ classroom_id, classroom_name }) => (
        <Link className="list-link" href={`/classes/${classroom_id}`}>
          {classroom_name}
        </Link>
      ),
    },
    { id: 'from', head: t('classes.given_from'), cell: ({ available_from }) => dateTime(available_from) },
    {
      id: 'completed',
      head: t('classes.finished'),
      figure: true,
      cell: ({ assignment_id, completed }) => (
        <Figure
          subject_type="class_figure"
          subject_id={`${assignment_id}~completed`}
          text={number(completed)}
        />
      ),
    },
  ]
}
