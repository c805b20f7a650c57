import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading, Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { type Unit, useUnit } from '../asking.ts'
import { isOpened, useKeptDraft } from '../keep-draft.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { GenerationFields } from './GenerationFields.tsx'
import { isUsable, requestOf, type Settings, settingsFor } from './generation-settings.ts'
import { Steps } from './Steps.tsx'

/** Step 3: what the quiz is to be like. */
export function SettingsPage({ unitId }: { unitId: string }): ReactElement {
  const unit = useUnit(unitId)
  return (
    <Page title={unit.data?.title ?? t('author.create')}>
      <Steps current={3} unitId={unitId} />
      <Stated
        shown={stateOf(unit, { tooLittle: (data) => !isUsable(data) })}
        tooLittle={() => <TooLittle unitId={unitId} />}
        onRetry={() => unit.refetch()}
      >
        {(data) => <Ask unit={data} />}
      </Stated>
    </Page>
  )
}

function TooLittle({ unitId }: { unitId: string }) {
  return (
    <>
      <p>{t('author.nothing_to_ask_from')}</p>
      <Link className="button button-main" data-main-action href={`/create/${unitId}/materials`}>
        {t('author.back_to_materials')}
      </Link>
    </>
  )
}

/** Coming back, as after a cancelled run or a reload, finds the request as it was. */
function Ask({ unit }: { unit: Unit }) {
  const kept = useKeptDraft<Settings>(`settings/${unit.id}`)
  return isOpened(kept) ? (
    <Form unit={unit} before={kept.restored ?? settingsFor(unit)} keep={kept.keep} />
  ) : (
    <Loading />
  )
}

function Form({ unit, before, keep }: { unit: Unit; before: Settings; keep: (settings: Settings) => void }) {
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [settings, setSettings] = useState(before)
  const change = (part: Partial<Settings>) => {
    const next = { ...settings, ...part }
    keep(next)
    setSettings(next)
  }
  const asking = useAct(async () => {
    const { generation_id } = await call('generateQuiz', { body: requestOf(unit, settings) })
    void client.invalidateQueries({ queryKey: ['generations'] })
    navigate(`/create/${unit.id}/generations/${generation_id}`)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void asking.run()
  }
  return (
    <form className="stack wide" onSubmit={submit}>
      <GenerationFields unit={unit} settings={settings} onChange={change} />
      {asking.error !== null && <Refusal error={asking.error} />}
      <Button type="submit" look="main" busy={asking.busy}>
        {t('author.propose')}
      </Button>
    </form>
  )
}
