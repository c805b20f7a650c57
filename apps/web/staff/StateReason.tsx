import { LONGEST_ACCESS_REASON } from '@waymark/contract/access-reason.ts'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { t } from '../words/words.ts'

/** Asks why a record is opened. What is written goes with every request about that record. */
export function StateReason({ onState }: { onState: (reason: string) => void }): ReactElement {
  const [isBlank, setIsBlank] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const reason = String(new FormData(form).get('reason') ?? '').trim()
    setIsBlank(!reason)
    if (!reason) return form.querySelector('textarea')?.focus()
    // The form goes away: the heading above it takes the focus, and what was asked for follows it.
    form.closest('dialog, main')?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
    onState(reason)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextArea
        label={t('staff.reason_question')}
        help={t('staff.reason_kept')}
        error={isBlank ? t('staff.reason_missing') : null}
        name="reason"
        maxLength={LONGEST_ACCESS_REASON}
        rows={2}
      />
      <Button type="submit" look="main" data-main-action>
        {t('staff.reason_open')}
      </Button>
    </form>
  )
}
