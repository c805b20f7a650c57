import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { isRefusal } from '../../api.ts'
import { loadExplained } from '../../explain.ts'
import { useOpeningOf } from '../../staff/AccessReasons.tsx'
import type { EvidenceItem } from '../../ui/explained.ts'
import { Figure } from '../../ui/Figure.tsx'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { dateTime, t } from '../../words/words.ts'
import '../classes.css'
import { AttemptTimeline } from './AttemptTimeline.tsx'

/** One attempt as its teacher sees it: each answer as it was given, with its mark, and what happened when. */
export default function AttemptPage({ attemptId }: { attemptId: string }): ReactElement {
  const { headers, form } = useOpeningOf()(attemptId)
  const query = useInfiniteQuery({
    queryKey: ['attempt answers', attemptId, headers],
    queryFn: ({ pageParam }) =>
      loadExplained({ subject_type: 'quiz_result', subject_id: attemptId }, pageParam, headers),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchOnWindowFocus: false,
  })
  const data = query.data?.pages[0]
  useScrollToQuestion(data !== undefined)
  if (isRefusal(query.error, 'reason_needed')) return <Page title={t('classes.results')}>{form}</Page>
  return (
    <Page title={data?.subject.title ?? t('classes.results')}>
      <Stated
        shown={stateOf(
          { ...query, data },
          { partial: ({ degraded_reasons }) => degraded_reasons.includes('marks_waiting') },
        )}
        partial={() => <p>{t('ui.evidence.reason_marks_waiting')}</p>}
        onRetry={() => query.refetch()}
      >
        {({ display, rule, state, as_of }) => (
          <>
            <p>
              <Figure subject_type="quiz_result" subject_id={attemptId} text={display} />
            </p>
            <p>{rule.sentence}</p>
            {state !== 'not_enough_evidence' && (
              <p className="muted">{t('results.as_of', { time: dateTime(as_of) })}</p>
            )}
            <Tabs
              label={t('classes.attempt')}
              tabs={[
                {
                  id: 'answers',
                  title: t('classes.answers'),
                  show: () => (
                    <div className="stack tab-page">
                      <AnswerList items={query.data?.pages.flatMap(({ evidence }) => evidence) ?? []} />
                      <More of={query} text={t('ui.evidence.more')} />
                    </div>
                  ),
                },
                {
                  id: 'timeline',
                  title: t('classes.what_happened'),
                  show: () => <AttemptTimeline attemptId={attemptId} headers={headers} />,
                },
              ]}
            />
          </>
        )}
      </Stated>
    </Page>
  )
}

function AnswerList({ items }: { items: EvidenceItem[] }) {
  if (items.length === 0) return <p className="note">{t('classes.no_answers_here')}</p>
  return (
    <ol className="list-plain">
      {items.map(({ id, source, occurred_at, context_before, excerpt, href, status }) => (
        <li key={id} id={href?.split('#')[1]} tabIndex={-1} className="card">
          <h2 className="entry">{source}</h2>
          <p className="muted">{dateTime(occurred_at)}</p>
          {context_before && <p>{context_before}</p>}
          <blockquote className="quote isolated answer-text">{excerpt || t('classes.no_answer')}</blockquote>
          {status !== 'active' && <p className="label">{t(`ui.evidence.status_${status}`)}</p>}
          <Figure subject_type="mark" subject_id={id} text={t('classes.why_this_mark')} />
        </li>
      ))}
    </ol>
  )
}

/** An address such as `#question-3` leads to that answer once the answers are there. */
function useScrollToQuestion(isReady: boolean) {
  useEffect(() => {
    if (!isReady || !/^#question-\d+$/.test(location.hash)) return
    const answer = document.getElementById(location.hash.slice(1))
    answer?.scrollIntoView()
    answer?.focus({ preventScroll: true })
  }, [isReady])
}
