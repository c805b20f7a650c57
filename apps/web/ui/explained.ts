/** What stands under a number (spec 11 §2). The drawer shows it and knows nothing more of the subject. */
export interface Explained {
  subject: { subject_type: string; subject_id: string; title: string }
  value: number | null
  display: string
  state: 'known' | 'contested' | 'not_enough_evidence'
  state_reasons: string[]
  rule: { sentence: string; formula_version: string }
  evidence: EvidenceItem[]
  /** How many more there are that the viewer may not open. */
  hidden_count: number
  would_settle: { kind: string; text: string; count?: number | undefined }[]
  history: { at: string; display: string; reason: string }[]
  replies: ClaimReply[]
  degraded_reasons: string[]
  /** What can be done with the figure, by the address where it is done. */
  actions: { action: string; href: string }[]
  as_of: string
  next_cursor: string | null
}

/** The state in words that agree with its reasons: what waits for a part is provisional, however much is known. */
export function stateWord({
  state,
  degraded_reasons,
}: Pick<Explained, 'state' | 'degraded_reasons'>): Explained['state'] | 'provisional' {
  return state === 'known' && degraded_reasons.length > 0 ? 'provisional' : state
}

/** What the person concerned said to the figure, or to one of its items. */
export interface ClaimReply {
  at: string
  author: string
  stance: 'this_is_me' | 'not_me' | 'more_complicated'
  text: string
  /** Null: to the figure itself. */
  evidence_id: string | null
}

export interface EvidenceItem {
  id: string
  kind: string
  source: string
  excerpt: string
  context_before?: string | null | undefined
  context_after?: string | null | undefined
  occurred_at: string
  author?: string | null | undefined
  marker?: string | null | undefined
  weight: number | null
  /** What it did to the estimate (change of the log-odds); null where the figure is no estimate. */
  effect?: number | null | undefined
  status: 'active' | 'superseded' | 'excluded' | 'expired' | 'source_expired'
  /** Where the answer itself can be opened; null when it cannot. */
  href: string | null
}

export interface SubjectOfFigure {
  subject_type: string
  subject_id: string
}

const parameter = 'explain'

/** The figure that an address asks to explain: `?explain=mastery:<id>`; null for none, or a crafted one. */
export function subjectInAddress(search: string): SubjectOfFigure | null {
  const wish = new URLSearchParams(search).get(parameter)
  const parts = /^([a-z_]{1,40}):([A-Za-z0-9:~_.-]{1,200})$/.exec(wish ?? '')
  return parts ? { subject_type: parts[1] ?? '', subject_id: parts[2] ?? '' } : null
}

/** The search part of an address with the figure added, or taken out when it is null. */
export function searchWithSubject(search: string, subject: SubjectOfFigure | null): string {
  const all = new URLSearchParams(search)
  if (subject) all.set(parameter, `${subject.subject_type}:${subject.subject_id}`)
  else all.delete(parameter)
  const text = all.toString().replaceAll('%3A', ':').replaceAll('%7E', '~')
  return text ? `?${text}` : ''
}
