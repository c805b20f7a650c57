import { type ReactElement, useId } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useAddressView } from '../../staff/address-view.ts'
import { usePaged } from '../../staff/use-paged.ts'
import type { Opening } from '../../ui/EvidenceDrawer.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { dateTime, marks, t } from '../../words/words.ts'

type Entry = Reply<'listStudentTimeline'>['items'][number]
const kinds = ['quiz_completed', 'judgement'] as const
type Kind = (typeof kinds)[number]

/** Marks and judgements of a student over time, newest first. */
export function Timeline({
  studentId,
  headers,
}: {
  studentId: string
  headers: Opening['headers']
}): ReactElement {
  const [view, changeView] = useAddressView(['kind'])
  const kind = kinds.find((one) => one === view.kind) ?? null
  const timeline = usePaged(
    ['student timeline', studentId, headers],
    (cursor) =>
      call('listStudentTimeline', { params: { student_id: studentId }, query: cursor }, { headers }),
    { refetchOnWindowFocus: false },
  )
  return (
    <div className="stack tab-page">
      <Stated
        shown={stateOf(timeline, { empty: (entries) => entries.length === 0 })}
        empty={<p>{t('classes.timeline_empty')}</p>}
        onRetry={() => timeline.refetch()}
      >
        {(entries) => (
          <>
            <KindChoice chosen={kind} onChoose={(chosen) => changeView({ kind: chosen ?? '' })} />
            <ol className="list-plain wide">
              {entries
                .filter((entry) => kind === null || entry.kind === kind)
                .map((entry) => (
                  <li key={entry.id} className="card">
                    <EntryPart entry={entry} studentId={studentId} />
                  </li>
                ))}
            </ol>
            <More of={timeline} text={t('classes.show_older')} />
          </>
        )}
      </Stated>
    </div>
  )
}

function KindChoice({ chosen, onChoose }: { chosen: Kind | null; onChoose: (kind: Kind | null) => void }) {
  const id = useId()
  return (
    <div className="row no-print">
      <label htmlFor={id}>{t('classes.show_kind')}</label>
      <select
        id={id}
        className="input input-inline"
        value={chosen ?? ''}
        onChange={(event) => onChoose(kinds.find((kind) => kind === event.currentTarget.value) ?? null)}
      >
        <option value="">{t('classes.kind_all')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`classes.kind_${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const signs: Record<Kind, string> = { quiz_completed: '✎', judgement: '◆' }

function EntryPart({ entry, studentId }: { entry: Entry; studentId: string }) {
  const { kind, title, at, as_of, classroom_name, assignment_id, waiting } = entry
  return (
    <>
      <h2 className="entry">
        <span aria-hidden="true">{signs[kind]}</span> {t(`classes.entry_${kind}`, { title })}
      </h2>
      <p className="muted">{[dateTime(at), classroom_name].filter(Boolean).join(', ')}</p>
      <Value entry={entry} studentId={studentId} />
      {waiting > 0 && <p>{t('classes.provisional', { n: waiting })}</p>}
      {as_of && <p className="muted">{t('results.as_of', { time: dateTime(as_of) })}</p>}
      {assignment_id && (
        <Link className="list-link no-print" href={`/assignments/${assignment_id}/results`}>
          {t('classes.to_results')}
        </Link>
      )}
    </>
  )
}

function Value({ entry, studentId }: { entry: Entry; studentId: string }) {
  const { attempt_id, competency_id, score, max_score, judgement } = entry
  if (attempt_id !== null && score !== null && max_score !== null)
    return <Figure subject_type="quiz_result" subject_id={attempt_id} text={marks(score, max_score)} />
  if (competency_id !== null && judgement !== null)
    return (
      <Figure
        subject_type="mastery"
        subject_id={`${studentId}~${competency_id}`}
        text={t(`progress.standing_${judgement}`)}
      />
    )
  return null
}
