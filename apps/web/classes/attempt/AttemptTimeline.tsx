import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import type { Opening } from '../../ui/EvidenceDrawer.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Table } from '../../ui/Table.tsx'
import { clock, date, t } from '../../words/words.ts'

/** Everything that happened in an attempt, in the order in which it arrived. */
export function AttemptTimeline({
  attemptId,
  headers,
}: {
  attemptId: string
  headers: Opening['headers']
}): ReactElement {
  const query = useInfiniteQuery({
    queryKey: ['attempt timeline', attemptId, headers],
    queryFn: ({ pageParam }) =>
      call(
        'listTimeline',
        { params: { attempt_id: attemptId }, query: pageParam === null ? {} : { cursor: pageParam } },
        { headers },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchOnWindowFocus: false,
  })
  const data = query.data?.pages.flatMap(({ items }) => items)
  return (
    <div className="stack tab-page">
      <Stated
        shown={stateOf({ ...query, data }, { empty: (entries) => entries.length === 0 })}
        onRetry={() => query.refetch()}
      >
        {(entries) => (
          <>
            <Table
              caption={t('classes.what_happened')}
              captionHidden
              rows={entries}
              rowId={({ ord }) => String(ord)}
              columns={[
                { id: 'at', head: t('classes.when'), cell: ({ at }) => `${date(at)}, ${clock(at)}` },
                {
                  id: 'question',
                  head: t('classes.question'),
                  figure: true,
                  cell: ({ position }) => position ?? '–',
                },
                { id: 'text', head: t('classes.what'), cell: ({ text }) => <bdi>{text}</bdi> },
                {
                  id: 'result',
                  head: t('classes.counts'),
                  cell: ({ result }) => t(`classes.event_${result}`),
                },
                { id: 'device', head: t('classes.device'), cell: ({ device_label }) => device_label ?? '–' },
              ]}
            />
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t('classes.show_more')}
              </Button>
            )}
          </>
        )}
      </Stated>
    </div>
  )
}
