import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../api.ts'
import { useNewSession } from '../session.tsx'
import { whyNot } from '../sign-in/why-not.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { t } from '../words/words.ts'

/** Makes the school and its first admin with the token that the server printed. */
export function SetUp(): ReactElement {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call('showSetup', {}) })
  return (
    <Page title={t('setup.title')}>
      <Stated shown={stateOf(setup)} onRetry={() => setup.refetch()}>
        {({ needed, notice }) =>
          needed || notice ? (
            <>
              {notice && <p className="note note-not-yet">{t('setup.sample_removed')}</p>}
              <Form />
            </>
          ) : (
            <p>{t('setup.done_before')}</p>
          )
        }
      </Stated>
    </Page>
  )
}

function Form() {
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      const { school, email, password } = await setUp(new FormData(event.currentTarget))
      await call('signIn', { body: { email, password, school } })
      navigate('/')
      await startAnew()
    } catch (refused) {
      setError(whyNot(refused))
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('setup.token')}
        help={t('setup.token_help')}
        name="setup_token"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField label={t('setup.school')} name="school" autoComplete="organization" required />
      <TextField
        label={t('setup.time_zone')}
        name="time_zone"
        defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
        spellCheck={false}
        required
      />
      <SelectField
        label={t('setup.language')}
        name="locale"
        options={[
          { value: 'en-GB', text: t('setup.british') },
          { value: 'en-US', text: t('setup.american') },
        ]}
      />
      <TextField label={t('setup.first_name')} name="first_name" autoComplete="given-name" required />
      <TextField label={t('setup.last_name')} name="last_name" autoComplete="family-name" required />
      <TextField label={t('setup.email')} name="email" type="email" autoComplete="email" required />
      <TextField
        label={t('setup.password')}
        help={t('setup.password_help')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
      />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
      <Button type="submit" look="main" busy={busy}>
        {t('setup.set_up')}
      </Button>
    </form>
  )
}

async function setUp(form: FormData) {
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
