import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { useSending } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { t } from '../../words/words.ts'
import { NewPasswordField } from './NewPasswordField.tsx'

/** Sets a new password with the link that an admin has made. */
export function ResetPassword({ token }: { token: string }): ReactElement {
  const [done, setDone] = useState(false)
  const { busy, error, submit } = useSending(async (form) => {
    await call('resetPassword', { body: { token, new_password: String(form.get('password') ?? '') } })
    setDone(true)
  })
  return (
    <Page title={t('setup.new_password')}>
      {done ? (
        <>
          <p role="status">{t('setup.password_set')}</p>
          <Link className="button button-main" data-main-action href="/">
            {t('setup.to_sign_in')}
          </Link>
        </>
      ) : (
        <form className="stack" onSubmit={submit}>
          <NewPasswordField error={error} />
          <Button type="submit" look="main" busy={busy}>
            {t('setup.set_password')}
          </Button>
        </form>
      )}
    </Page>
  )
}
