import { type ReactElement, useEffect, useState } from 'react'
import { call, holdCsrfToken, onSignInEnded } from '../api.ts'
import { useSending } from '../sending.ts'
import { useMe } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { t } from '../words/words.ts'

/** Told when a person has signed in again in place, so that waiting work is sent. */
export const signedInAgain = 'waymark:signed-in-again'

/** An expired sign-in opens here, in place: the page below stays, and the work goes on. */
export function SignInAgain(): ReactElement | null {
  const [ended, setEnded] = useState(false)
  useEffect(() => onSignInEnded(() => setEnded(true)), [])
  if (!ended) return null
  return (
    <Dialog title={t('sign_in.again')} onClose={() => setEnded(false)}>
      <Form onDone={() => setEnded(false)} />
    </Dialog>
  )
}

function Form({ onDone }: { onDone: () => void }) {
  const { user, school } = useMe()
  const { busy, error, submit } = useSending(async (form) => {
    const password = String(form.get('password'))
    const name = user.username ? { username: user.username } : { email: user.email ?? '' }
    const reply = await call('signIn', { body: { ...name, password, school: school.slug } })
    if ('csrf_token' in reply) holdCsrfToken(reply.csrf_token)
    dispatchEvent(new Event(signedInAgain))
    onDone()
  })
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('sign_in.again_about', { name: user.username ?? user.email ?? '' })}</p>
      <TextField
        label={t('sign_in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        error={error}
        required
      />
      <Button type="submit" look="main" busy={busy}>
        {t('sign_in.sign_in')}
      </Button>
    </form>
  )
}
