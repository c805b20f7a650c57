import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Input, newKey, type Reply } from '../../api.ts'
import { RefusedPart, useSending } from '../../sending.ts'
import { useMe } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { refusalText, refusedEvent } from './refusal-text.ts'
import { uuidOf } from './uuid.ts'

const standings = ['secure', 'learning', 'gap'] as const

const newEventId = () => uuidOf(newKey())

async function give(body: NonNullable<Input<'ingestEvents'>['body']>): Promise<void> {
  const reply = await call('ingestEvents', { body }).catch((error: unknown) => {
    const refused = refusedEvent(error)
    throw refused ? new RefusedPart(refusalText(refused)) : error
  })
  const refused = reply.results[0]?.error
  if (refused) throw new RefusedPart(refusalText(refused))
}

/** A teacher says how a student stands on an objective. It is evidence beside the answers, never in their place. */
export function GiveJudgement({ progress }: { progress: Reply<'getProgress'> }): ReactElement | null {
  const client = useQueryClient()
  const toast = useToast()
  const isTeacher = useMe().role === 'teacher'
  const { student, topics } = progress
  // The same id until it is saved: a try whose answer was lost counts once.
  const [eventId, setEventId] = useState(newEventId)
  const { busy, error, submit } = useSending(async (form) => {
    const text = (name: string) => String(form.get(name) ?? '')
    await give({
      event_id: eventId,
      event_type: 'judgement.given',
      student_id: student.id,
      occurred_at: new Date().toISOString(),
      source: 'waymark',
      data: { competency_id: text('objective'), judgement: text('standing'), note: text('note') },
      wait: true,
    })
    setEventId(newEventId())
    await client.invalidateQueries()
    toast(t('classes.judgement_saved'))
  })
  if (!isTeacher) return null
  return (
    <div className="no-print">
      <Disclosure summary={t('classes.give_judgement')}>
        <form className="stack" onSubmit={submit}>
          <p>{t('classes.judgement_about')}</p>
          <SelectField
            label={t('classes.objective')}
            name="objective"
            options={topics
              .flatMap(({ objectives }) => objectives)
              .map(({ competency_id, title }) => ({ value: competency_id, text: title }))}
          />
          <SelectField
            label={t('classes.standing')}
            name="standing"
            options={standings.map((value) => ({ value, text: t(`progress.standing_${value}`) }))}
          />
          <TextArea label={t('classes.judgement_note')} name="note" maxLength={1000} rows={2} />
          <ErrorLine text={error} />
          <Button type="submit" busy={busy}>
            {t('classes.save_judgement')}
          </Button>
        </form>
      </Disclosure>
    </div>
  )
}
