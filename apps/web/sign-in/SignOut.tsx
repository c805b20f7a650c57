import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { call, holdCsrfToken } from '../api.ts'
import { useNewSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { t } from '../words/words.ts'

/** Ends the sign-in. `before` may hold it back, as when answers are still unsent. */
export function SignOut({ before }: { before?: () => Promise<boolean> }): ReactElement {
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const leave = async () => {
    if (before && !(await before())) return
    await call('signOut', {}).catch(() => undefined)
    holdCsrfToken(null)
    navigate('/')
    await startAnew()
  }
  return (
    <Button look="quiet" onClick={leave}>
      {t('sign_in.sign_out')}
    </Button>
  )
}
