import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { Link } from 'wouter'
import { call } from '../api.ts'
import { useSending } from '../sending.ts'
import { useNewSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorLine } from '../ui/ErrorLine.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { applyReading } from '../ui/ReadingSettings.tsx'
import { usualReading } from '../ui/reading.ts'
import { t } from '../words/words.ts'
import { credentialsOf } from './credentials.ts'
import { LookAround } from './SampleStrip.tsx'

/** The door for everyone: pupils by user name, staff by e-mail, in one form. */
export function SignIn(): ReactElement {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call('showSetup', {}) })
  useEffect(() => applyReading(usualReading), [])
  return (
    <Page title={t('sign_in.title')}>
      {setup.data?.needed ? <SetUpDoor /> : <Form />}
      {setup.data?.may_look_around && <LookAround />}
      {setup.data?.may_look_around && !setup.data.needed && <SetUpDoor />}
    </Page>
  )
}

function SetUpDoor() {
  return (
    <section className="card">
      <h2>{t('sign_in.set_up')}</h2>
      <p>{t('sign_in.set_up_about')}</p>
      <Link className="button" href="/setup">
        {t('sign_in.set_up')}
      </Link>
    </section>
  )
}

function Form() {
  const schools = useQuery({ queryKey: ['schools'], queryFn: () => call('listSchools', {}) })
  const startAnew = useNewSession()
  const several = (schools.data?.items.length ?? 0) > 1
  const { busy, error, submit } = useSending(async (form) => {
    await call('signIn', { body: credentialsOf(form) })
    // An address that was opened before signing in is where the person wanted to go.
    await startAnew('this page')
  })
  return (
    <form className="stack" onSubmit={submit}>
      {several && (
        <SelectField
          label={t('sign_in.school')}
          name="school"
          options={(schools.data?.items ?? []).map(({ slug, name }) => ({ value: slug, text: name }))}
        />
      )}
      <TextField
        label={t('sign_in.name')}
        name="name"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        label={t('sign_in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <ErrorLine text={error} />
      <Button type="submit" look="main" busy={busy}>
        {t('sign_in.sign_in')}
      </Button>
    </form>
  )
}
