import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { call, type Input } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choices.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ErrorLine } from '../ui/ErrorLine.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Failed } from '../ui/Stated.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { t } from '../words/words.ts'

type Stance = Input<'replyToClaim'>['body']['stance']

const stances: readonly Stance[] = ['this_is_me', 'not_me', 'more_complicated']

/** The student's own word on what is said of them; it stands beside the claim from then on. */
export default function ReplyToClaim({ claimId }: { claimId: string }): ReactElement {
  const client = useQueryClient()
  const toast = useToast()
  const [stance, setStance] = useState<Stance | null>(null)
  const [text, setText] = useState('')
  const [undecided, setUndecided] = useState(false)
  const sending = useMutation({
    mutationFn: (chosen: Stance) =>
      call('replyToClaim', { params: { claim_id: claimId }, body: { stance: chosen, text } }),
    onSuccess: async () => {
      setStance(null)
      setText('')
      toast(t('reply.sent'))
      await client.invalidateQueries()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setUndecided(stance === null)
    if (stance !== null && !sending.isPending) sending.mutate(stance)
  }
  return (
    <Disclosure summary={t('reply.title')}>
      <form className="stack" onSubmit={send}>
        <RadioGroup
          legend={t('reply.stance')}
          chosen={stance}
          onChoose={(id) => setStance(stances.find((one) => one === id) ?? null)}
          choices={stances.map((id) => ({ id, text: t(`ui.evidence.stance_${id}`) }))}
        />
        <TextArea
          label={t('reply.text')}
          help={t('reply.text_help')}
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ErrorLine text={undecided && stance === null ? t('reply.choose') : null} />
        {sending.error && <Failed error={sending.error} />}
        <Button type="submit" busy={sending.isPending}>
          {t('reply.send')}
        </Button>
      </form>
    </Disclosure>
  )
}
