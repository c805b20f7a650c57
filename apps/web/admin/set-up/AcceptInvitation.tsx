import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useSending } from '../../sending.ts'
import { useNewSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { NewPasswordField } from './NewPasswordField.tsx'

/** Takes up an invitation. The token stands behind the # of the address, which no server or log sees. */
export function AcceptInvitation({ token }: { token: string }): ReactElement {
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('readInvitation', { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <Page title={t('setup.invitation')}>
      <Stated shown={stateOf(invitation)} onRetry={() => invitation.refetch()}>
        {(read) => <Form token={token} invitation={read} />}
      </Stated>
    </Page>
  )
}

function Form({ token, invitation }: { token: string; invitation: Reply<'readInvitation'> }) {
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const { busy, error, submit } = useSending(async (form) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const email = invitation.email ?? text('email')
    const password = text('password')
    const names = { first_name: text('first_name'), last_name: text('last_name') }
    const { school } = await call('acceptInvitation', { body: { token, email, password, ...names } })
    await call('signIn', { body: { email, password, school } })
    await startAnew()
    navigate('/', { replace: true })
  })
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        {t('setup.invited_to', {
          school: invitation.school_name,
          role: t(`staff.role_${invitation.role}`),
        })}
      </p>
      {invitation.email ? (
        <p>{t('setup.invited_as', { email: invitation.email })}</p>
      ) : (
        <TextField label={t('setup.email')} name="email" type="email" autoComplete="email" required />
      )}
      <TextField label={t('setup.first_name')} name="first_name" autoComplete="given-name" required />
      <TextField label={t('setup.last_name')} name="last_name" autoComplete="family-name" required />
      <NewPasswordField help={t('setup.invited_password_help')} error={error} />
      <Button type="submit" look="main" busy={busy}>
        {t('setup.accept')}
      </Button>
    </form>
  )
}
