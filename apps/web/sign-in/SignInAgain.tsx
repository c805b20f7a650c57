import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import { call, holdCsrfToken, onSignInEnded } from '../api.ts'
import { useMe } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { t } from '../words/words.ts'
import { whyNot } from './why-not.ts'

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
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    try {
      const password = String(new FormData(event.currentTarget).get('password'))
      const name = user.username ? { username: user.username } : { email: user.email ?? '' }
      const reply = await call('signIn', { body: { ...name, password, school: school.slug } })
      if ('csrf_token' in reply) holdCsrfToken(reply.csrf_token)
      dispatchEvent(new Event(signedInAgain))
      onDone()
    } catch (refused) {
      setError(whyNot(refused))
      setBusy(false)
    }
  }
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
