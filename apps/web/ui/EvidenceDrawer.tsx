import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { isRefusal } from '../api.ts'
import { dateTime, number, t, type WordKey } from '../words/words.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Disclosure } from './Disclosure.tsx'
import {
  type ClaimReply,
  type EvidenceItem,
  type Explained,
  type SubjectOfFigure,
  searchWithSubject,
  stateWord,
  subjectInAddress,
} from './explained.ts'
import { More } from './More.tsx'
import { Failed, Stated } from './Stated.tsx'
import { stateOf } from './shown.ts'

export type LoadExplained = (
  subject: SubjectOfFigure,
  cursor: string | null,
  headers?: Readonly<Record<string, string>>,
) => Promise<Explained>

/** Some readers must say why they open a record: the headers that say it, and the form that asks for it. */
export interface Opening {
  headers: Readonly<Record<string, string>>
  form: ReactElement
}
type OpeningOf = (subject: SubjectOfFigure) => Opening
/** The form by which the person concerned replies to the figure. */
type ReplyTo = (subject: SubjectOfFigure) => ReactElement

/** The one drawer behind every number. It is open while the address carries `?explain=`. */
export function EvidenceDrawer({
  load,
  openingOf,
  replyTo,
}: {
  load: LoadExplained
  openingOf?: OpeningOf
  replyTo?: ReplyTo
}): ReactElement | null {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const subject = subjectInAddress(search)
  if (!subject) return null
  const close = () => {
    // The step that opened the drawer is taken back, so that "back" does not open it again.
    if ((history.state as { opened?: boolean } | null)?.opened) history.back()
    else navigate(path + searchWithSubject(search, null), { replace: true })
  }
  return (
    <Dialog panel title={t('ui.evidence.title')} onClose={close}>
      <Contents
        key={`${subject.subject_type}:${subject.subject_id}`}
        subject={subject}
        load={load}
        opening={openingOf?.(subject)}
        reply={replyTo?.(subject)}
      />
      <Button onClick={close}>{t('ui.close')}</Button>
    </Dialog>
  )
}

function Contents({
  subject,
  load,
  opening,
  reply,
}: {
  subject: SubjectOfFigure
  load: LoadExplained
  opening: Opening | undefined
  reply: ReactElement | undefined
}) {
  const query = useInfiniteQuery({
    queryKey: ['explain', subject.subject_type, subject.subject_id, opening?.headers],
    queryFn: ({ pageParam }) => load(subject, pageParam, opening?.headers),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
  if (opening && isRefusal(query.error, 'reason_needed')) return opening.form
  if (isRefusal(query.error, 'not_found')) return <p role="alert">{t('ui.evidence.unavailable')}</p>
  if (query.error && !query.data) return <Failed error={query.error} onRetry={() => query.refetch()} />
  const first = query.data?.pages[0]
  return (
    <Stated shown={stateOf({ ...query, data: first })} onRetry={() => query.refetch()}>
      {(explained) => (
        <Explanation
          explained={explained}
          reply={reply}
          evidence={query.data?.pages.flatMap((page) => page.evidence) ?? []}
        >
          <More of={query} text={t('ui.evidence.more')} />
        </Explanation>
      )}
    </Stated>
  )
}

function Explanation({
  explained,
  evidence,
  reply,
  children,
}: {
  explained: Explained
  evidence: EvidenceItem[]
  reply: ReactElement | undefined
  children: ReactNode
}) {
  const { subject, display, rule, would_settle, replies, history, degraded_reasons } = explained
  const hidden = explained.hidden_count
  const ofFigure = replies.filter(({ evidence_id }) => evidence_id === null)
  return (
    <div className="stack">
      <p className="label">{subject.title}</p>
      <p className="evidence-value isolated">{display}</p>
      <p>{rule.sentence}</p>
      <p>{t(`ui.evidence.state_${stateWord(explained)}`)}</p>
      {explained.state_reasons.map((reason) => (
        <p key={reason}>{reasonText(reason)}</p>
      ))}
      {degraded_reasons.map((reason) => (
        <p key={reason} className="note note-not-yet">
          {reasonText(reason)}
        </p>
      ))}
      <Section title={t('ui.evidence.replies')} shown={ofFigure.length > 0}>
        {ofFigure.map((one) => (
          <ReplyPart key={one.at} reply={one} />
        ))}
      </Section>
      {explained.actions.some(({ action }) => action === 'reply') && reply}
      <Section title={t('ui.evidence.items', { n: evidence.length })} shown={evidence.length > 0}>
        {evidence.map((item) => (
          <Item
            key={item.id}
            item={item}
            replies={replies.filter(({ evidence_id }) => evidence_id === item.id)}
          />
        ))}
      </Section>
      {hidden > 0 && <p>{t('ui.evidence.hidden', { n: hidden })}</p>}
      {children}
      <Section title={t('ui.evidence.would_settle')} shown={would_settle.length > 0}>
        {would_settle.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </Section>
      <Section title={t('ui.evidence.history')} shown={history.length > 0}>
        {history.map(({ at, display: then, reason }) => (
          <li key={at + then}>{t('ui.evidence.change', { time: dateTime(at), display: then, reason })}</li>
        ))}
      </Section>
      <Actions actions={explained.actions} />
      <p className="muted">
        {t('ui.evidence.as_of', { time: dateTime(explained.as_of), version: rule.formula_version })}
      </p>
    </div>
  )
}

/** The reasons that have a sentence; the server may name further ones by code alone. */
const reasons: Record<string, WordKey | undefined> = {
  stale: 'ui.evidence.reason_stale',
  judgement_disagrees: 'ui.evidence.reason_judgement_disagrees',
  marks_disagree: 'ui.evidence.reason_marks_disagree',
  reply_open: 'ui.evidence.reason_reply_open',
  mark_under_review: 'ui.evidence.reason_mark_under_review',
  too_few_answers: 'ui.evidence.reason_few_answers',
  too_few_results: 'ui.evidence.reason_few_results',
  interval_too_wide: 'ui.evidence.reason_wide_interval',
  not_yet_folded: 'ui.evidence.reason_not_yet_folded',
  marks_waiting: 'ui.evidence.reason_marks_waiting',
}

function reasonText(code: string): string {
  const key = reasons[code]
  return key ? t(key) : t('ui.evidence.reason_other', { code })
}

/** The acts that have words; an unknown one is left out. */
const acts: Record<string, WordKey | undefined> = { show_on_map: 'ui.evidence.show_on_map' }

function Actions({ actions }: Pick<Explained, 'actions'>) {
  return actions.map(({ action, href }) => {
    const key = acts[action]
    return key ? (
      <Link key={action} className="button no-print" href={href}>
        {t(key)}
      </Link>
    ) : null
  })
}

function Section({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  return shown ? (
    <section className="stack">
      <h3>{title}</h3>
      <ul className="list-plain">{children}</ul>
    </section>
  ) : null
}

/** What was said stands beside the claim it is about. */
function ReplyPart({ reply: { author, at, stance, text } }: { reply: ClaimReply }) {
  return (
    <li>
      <p>
        {t('ui.evidence.reply', { author, time: dateTime(at), stance: t(`ui.evidence.stance_${stance}`) })}
      </p>
      {text && <blockquote className="quote isolated">{text}</blockquote>}
    </li>
  )
}

function Item({ item, replies }: { item: EvidenceItem; replies: ClaimReply[] }) {
  const { source, occurred_at, excerpt, author, marker, weight, status, href } = item
  return (
    <li className="card">
      <p className="label">{source}</p>
      <p className="muted">{dateTime(occurred_at)}</p>
      <blockquote className="quote isolated">
        {item.context_before} <mark>{excerpt}</mark> {item.context_after}
      </blockquote>
      {status !== 'active' && <p className="label">{t(`ui.evidence.status_${status}`)}</p>}
      {replies.length > 0 && (
        <ul className="list-plain">
          {replies.map((one) => (
            <ReplyPart key={one.at} reply={one} />
          ))}
        </ul>
      )}
      <Disclosure summary={t('ui.details')}>
        <ul className="list-plain">
          {author && <li>{t('ui.evidence.author', { author })}</li>}
          {marker && <li>{t('ui.evidence.marker', { marker })}</li>}
          {item.effect != null && <li>{t('ui.evidence.effect', { effect: signed(item.effect) })}</li>}
          {weight !== null && <li>{t('ui.evidence.weight', { weight: number(weight, 3) })}</li>}
        </ul>
      </Disclosure>
      {href && <OpenSource href={href} />}
    </li>
  )
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`

/** An address of our own page; anything else is not followed. */
function OpenSource({ href }: { href: string }) {
  const [, navigate] = useLocation()
  if (!/^\/(?!\/)/.test(href)) return null
  return (
    <a
      className="button"
      href={href}
      onClick={(event) => {
        event.preventDefault()
        navigate(href)
      }}
    >
      {t('ui.evidence.open')}
    </a>
  )
}
