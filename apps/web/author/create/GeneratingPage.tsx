import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/Live.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { type Generation, isSettled, keys, useGeneration } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { Proposal } from './Proposal.tsx'
import { Steps } from './Steps.tsx'

/** Between steps 3 and 4: a quiz is being made. The work goes on when the page is left. */
export function GeneratingPage({
  unitId,
  generationId,
}: {
  unitId: string
  generationId: string
}): ReactElement {
  const generation = useGeneration(generationId)
  useNews(generation.data)
  const result = generation.data?.result
  const isPartial = () => (result?.degraded_reasons.length ?? 0) > 0
  return (
    <Page title={result?.title ?? t('author.making_quiz')}>
      <Steps current={3} unitId={unitId} />
      <Stated
        shown={stateOf(generation, { partial: isPartial })}
        partial={() => result?.degraded_reasons.map((reason) => <p key={reason}>{reasonText(reason)}</p>)}
        onRetry={() => generation.refetch()}
      >
        {(data) => (data.result ? <Proposal result={data.result} /> : <UnderWay generation={data} />)}
      </Stated>
    </Page>
  )
}

function reasonText(reason: string): string {
  if (reason === 'no_model') return t('author.made_without_model')
  return reason === 'instructions_not_followed' ? t('author.instructions_not_followed') : reason
}

function UnderWay({ generation }: { generation: Generation }) {
  const { generation_id, unit_id, state, steps, failure } = generation
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const cancelling = useAct(async () => {
    await call('cancelGeneration', { params: { generation_id } })
    void client.invalidateQueries({ queryKey: ['generations'] })
    await client.invalidateQueries({ queryKey: keys.generation(generation_id) })
    navigate(`/create/${unit_id}/settings`)
  })
  if (state === 'failed' || state === 'cancelled')
    return (
      <div className="note note-not-yet stack" role="alert">
        <p>{state === 'cancelled' ? t('author.generation_cancelled') : t('author.generation_failed')}</p>
        {failure && <p>{failure}</p>}
        <Link className="button button-main" data-main-action href={`/create/${unit_id}/settings`}>
          {t('author.back_to_settings')}
        </Link>
      </div>
    )
  return (
    <>
      <ol className="progress-steps">
        {steps.map(({ step, state: stepState }) => (
          <li key={step} data-state={stepState}>
            {t('author.generation_step', { step, state: stepState })}
          </li>
        ))}
      </ol>
      <p className="muted">{t('author.generation_goes_on')}</p>
      {cancelling.error !== null && <Refusal error={cancelling.error} />}
      <div>
        <Button busy={cancelling.busy} onClick={() => cancelling.run()}>
          {t('author.cancel_generation')}
        </Button>
      </div>
    </>
  )
}

/** Says once that the quiz is there. */
function useNews(generation: Generation | undefined) {
  const announce = useAnnounce()
  const said = useRef(false)
  const settled = generation !== undefined && isSettled(generation)
  useEffect(() => {
    if (!settled || said.current) return
    said.current = true
    announce(generation.state === 'ready' ? t('author.quiz_ready') : t('author.generation_failed'))
  }, [settled, generation, announce])
}
