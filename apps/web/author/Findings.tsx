import { type FormEvent, Fragment, type ReactElement, type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { t } from '../words/words.ts'
import type { Finding } from './asking.ts'
import { Refusal } from './Refusal.tsx'
import { useAct } from './use-act.ts'

type PlaceOf = (finding: Finding) => ReactNode
type Dismiss = (finding: Finding, reason: string) => Promise<void>

/** What stands against a question or a quiz: what must be mended first, then what should be looked at. */
export function Findings({
  findings,
  place,
  onDismiss,
}: {
  findings: readonly Finding[]
  /** The way to the field that a finding names. */
  place: PlaceOf
  /** Sets a warning aside; left out where that cannot be done. */
  onDismiss?: Dismiss
}): ReactElement {
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level, dismissed }) => level === 'warning' && dismissed === null)
  const aside = findings.filter(({ dismissed }) => dismissed !== null)
  return (
    <div className="stack wide">
      {errors.length > 0 && <Errors errors={errors} place={place} />}
      {warnings.length > 0 && <Warnings warnings={warnings} place={place} onDismiss={onDismiss} />}
      {aside.length > 0 && (
        <details className="disclosure">
          <summary>{t('author.set_aside_n', { n: aside.length })}</summary>
          <ul>
            {aside.map((finding) => (
              <li key={keyOf(finding)}>
                {t('author.set_aside_reason', { message: finding.message, reason: finding.dismissed ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {errors.length + warnings.length === 0 && <p>{t('author.nothing_found')}</p>}
    </div>
  )
}

function Errors({ errors, place }: { errors: readonly Finding[]; place: PlaceOf }) {
  return (
    <div className="stack wide">
      <p className="label">{t('author.errors_n', { n: errors.length })}</p>
      <ul className="list-plain stack">
        {grouped(errors).map(([first, ...others]) => (
          <li key={keyOf(first)} className="note note-not-yet stack">
            <p>{first.message}</p>
            <div className="row">
              {[first, ...others].map((finding) => (
                <Fragment key={keyOf(finding)}>{place(finding)}</Fragment>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Warnings({
  warnings,
  place,
  onDismiss,
}: {
  warnings: readonly Finding[]
  place: PlaceOf
  onDismiss: Dismiss | undefined
}) {
  return (
    <div className="stack wide">
      <p className="label">{t('author.warnings_n', { n: warnings.length })}</p>
      <ul className="list-plain stack">
        {warnings.map((finding) => (
          <li key={keyOf(finding)} className="note note-not-yet stack">
            <Warning finding={finding} place={place} onDismiss={onDismiss} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Errors that say the same of several places, as "not approved yet", are told once. */
function grouped(errors: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of errors) {
    const key = finding.code + finding.message
    groups.set(key, [...(groups.get(key) ?? []), finding] as [Finding, ...Finding[]])
  }
  return [...groups.values()]
}

const keyOf = ({ code, pointer, message, question_id }: Finding) =>
  [question_id, code, pointer, message].join(' ')

function Warning({
  finding,
  place,
  onDismiss,
}: {
  finding: Finding
  place: PlaceOf
  onDismiss: Dismiss | undefined
}) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p>{finding.message}</p>
      <div className="row">
        {place(finding)}
        {onDismiss && !asking && (
          <Button
            look="quiet"
            aria-label={t('author.set_aside_named', { message: finding.message })}
            onClick={() => setAsking(true)}
          >
            {t('author.set_aside')}
          </Button>
        )}
      </div>
      {onDismiss && asking && (
        <Reason onGive={(reason) => onDismiss(finding, reason)} onCancel={() => setAsking(false)} />
      )}
    </>
  )
}

const longestReason = 280

function Reason({ onGive, onCancel }: { onGive: (reason: string) => Promise<void>; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const giving = useAct(() => onGive(reason.trim()))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void giving.run()
  }
  return (
    <form className="stack wide" onSubmit={submit}>
      <TextField
        label={t('author.why_set_aside')}
        value={reason}
        maxLength={longestReason}
        required
        pattern=".*\S.*"
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {giving.error !== null && <Refusal error={giving.error} />}
      <div className="row">
        <Button type="submit" busy={giving.busy}>
          {t('author.set_aside')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('author.keep_finding')}
        </Button>
      </div>
    </form>
  )
}
