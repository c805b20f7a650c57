import type { ReactElement } from 'react'
import { call } from '../../api.ts'
import { usePaged } from '../../staff/use-paged.ts'
import type { Opening } from '../../ui/EvidenceDrawer.tsx'
import { More } from '../../ui/More.tsx'
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
  const timeline = usePaged(
    ['attempt timeline', attemptId, headers],
    (cursor) => call('listTimeline', { params: { attempt_id: attemptId }, query: cursor }, { headers }),
    { refetchOnWindowFocus: false },
  )
  return (
    <div className="stack tab-page">
      <Stated
        shown={stateOf(timeline, { empty: (entries) => entries.length === 0 })}
        onRetry={() => timeline.refetch()}
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
            <More of={timeline} />
          </>
        )}
      </Stated>
    </div>
  )
}
