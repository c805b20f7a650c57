import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import { useAct } from '../use-act.ts'
import { Steps } from './Steps.tsx'
import { UnitFields, unitIn } from './UnitFields.tsx'

type Units = Reply<'listUnits'>['items']

/** Step 1: the unit that the quiz is about. */
export function UnitPage(): ReactElement {
  const units = useQuery({
    queryKey: [...keys.units, 'all'],
    queryFn: async () => (await call('listUnits', { query: { limit: 200 } })).items,
  })
  return (
    <Page title={t('author.create')}>
      <Steps current={1} unitId={null} />
      <Stated shown={stateOf(units)} onRetry={() => units.refetch()}>
        {(list) => (
          <>
            {list.length > 0 && <ChooseUnit units={list} />}
            <NewUnit alone={list.length === 0} />
          </>
        )}
      </Stated>
    </Page>
  )
}

function ChooseUnit({ units }: { units: Units }) {
  const [chosen, setChosen] = useState(units[0]?.id ?? '')
  const [, navigate] = useLocation()
  return (
    <section className="card">
      <h2>{t('author.use_unit')}</h2>
      <SelectField
        label={t('author.unit')}
        value={chosen}
        options={units.map(({ id, title, year_group }) => ({
          value: id,
          text: t('author.unit_and_year', { title, year: year_group }),
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button look="main" onClick={() => navigate(`/create/${chosen}/materials`)}>
        {t('author.go_on_with_unit')}
      </Button>
    </section>
  )
}

function NewUnit({ alone }: { alone: boolean }) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const making = useAct(async (form: FormData) => {
    const unit = await call('createUnit', { body: unitIn(form) })
    client.setQueryData(keys.unit(unit.id), unit)
    void client.invalidateQueries({ queryKey: keys.units })
    navigate(`/create/${unit.id}/materials`)
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void making.run(new FormData(event.currentTarget))
  }
  return (
    <section className="card">
      <h2>{t('author.new_unit')}</h2>
      {alone && <p>{t('author.first_unit')}</p>}
      <form className="stack wide" onSubmit={submit}>
        <UnitFields />
        {making.error !== null && <Failed error={making.error} />}
        <Button type="submit" look={alone ? 'main' : 'plain'} busy={making.busy}>
          {t('author.make_unit')}
        </Button>
      </form>
    </section>
  )
}
