import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../api.ts'
import { useSending } from '../../sending.ts'
import { useNewSession } from '../../session.tsx'
import { LookAround } from '../../sign-in/SampleStrip.tsx'
import { useTabDraft } from '../../staff/tab-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { timeZones } from './time-zones.ts'

/** The first page of a new server: makes the school and its first admin with the token it printed. */
export function SetUp(): ReactElement {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call('showSetup', {}) })
  return (
    <Page title={t('setup.title')}>
      <Stated shown={stateOf(setup)} onRetry={() => setup.refetch()}>
        {({ needed, notice, may_look_around }) =>
          needed ? (
            <>
              {notice && <p className="note note-not-yet">{t('setup.sample_removed')}</p>}
              <Form />
              {may_look_around && <LookAround />}
            </>
          ) : (
            <>
              <p>{t('setup.done_before')}</p>
              <Link className="button button-main" data-main-action href="/">
                {t('setup.to_sign_in')}
              </Link>
            </>
          )
        }
      </Stated>
    </Page>
  )
}

function Form() {
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const { busy, error, submit } = useSending(async (form) => {
    const { school, email, password } = await makeSchool(form)
    await call('signIn', { body: { email, password, school } })
    await startAnew()
    navigate('/people/start')
  })
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('setup.token')}
        help={t('setup.token_help')}
        name="setup_token"
        autoComplete="off"
        defaultValue={location.hash.slice(1)}
        spellCheck={false}
        required
      />
      <KeptField name="school" label={t('setup.school')} autoComplete="organization" />
      <SelectField
        label={t('setup.time_zone')}
        help={t('setup.time_zone_help')}
        name="time_zone"
        defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
        options={timeZones().map((value) => ({ value, text: value.replaceAll('_', ' ') }))}
      />
      <SelectField
        label={t('setup.language')}
        name="locale"
        options={[
          { value: 'en-GB', text: t('setup.british') },
          { value: 'en-US', text: t('setup.american') },
        ]}
      />
      <KeptField name="first_name" label={t('setup.first_name')} autoComplete="given-name" />
      <KeptField name="last_name" label={t('setup.last_name')} autoComplete="family-name" />
      <KeptField name="email" label={t('setup.email')} type="email" autoComplete="email" />
      <NewPasswordField />
      <ErrorLine text={error} />
      <Button type="submit" look="main" busy={busy}>
        {t('setup.set_up')}
      </Button>
    </form>
  )
}

/** A field whose text is still there after a reload. Token and password are never kept. */
function KeptField(field: { name: string; label: string; type?: 'email'; autoComplete: string }) {
  const [text, setText] = useTabDraft(`set-up.${field.name}`)
  return (
    <TextField {...field} value={text} onChange={(event) => setText(event.currentTarget.value)} required />
  )
}

async function makeSchool(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  const [email, password] = [text('email'), text('password')]
  const { school } = await call('setUpSchool', {
    body: {
      setup_token: text('setup_token').trim(),
      school: {
        name: text('school'),
        time_zone: text('time_zone'),
        locale: text('locale') === 'en-US' ? 'en-US' : 'en-GB',
      },
      admin: { email, password, first_name: text('first_name'), last_name: text('last_name') },
    },
  })
  return { school: school.slug, email, password }
}
