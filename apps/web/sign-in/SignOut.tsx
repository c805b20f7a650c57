import type { ReactElement } from 'react'
import { call, holdCsrfToken, Unreachable } from '../api.ts'
import { useNewSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { t } from '../words/words.ts'

/** Ends the sign-in. `before` may hold it back, as when answers are still unsent. */
export function SignOut({ before }: { before?: () => Promise<boolean> }): ReactElement {
  const startAnew = useNewSession()
  const toast = useToast()
  const leave = async () => {
    if (before && !(await before())) return
    try {
      await call('signOut', {})
    } catch (error) {
      // Without the server the sign-in would live on for the next person at this computer.
      if (error instanceof Unreachable) return toast(t('sign_in.not_signed_out'))
    }
    holdCsrfToken(null)
    await startAnew()
  }
  return (
    <Button look="quiet" onClick={leave}>
      {t('sign_in.sign_out')}
    </Button>
  )
}
