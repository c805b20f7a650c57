import { type ReactElement, useState } from 'react'
import { useMe } from '../session.tsx'
import { SignOut } from '../sign-in/SignOut.tsx'
import { forgetDeviceStore, openDeviceStore } from '../take/device-store.ts'
import { holdsUnsent } from '../take/kept.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { t } from '../words/words.ts'

/** Signs out and leaves no trace here; where answers are still unsent it warns first and keeps them. */
export function SignOutSafely(): ReactElement {
  const { user } = useMe()
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null)
  const before = async () => {
    const store = await openDeviceStore(user.id)
    const unsent = await holdsUnsent(store).finally(() => store.close())
    if (!unsent) {
      await forgetDeviceStore(user.id)
      return true
    }
    return new Promise<boolean>((resolve) => setAnswer(() => resolve))
  }
  const decide = (leave: boolean) => {
    answer?.(leave)
    setAnswer(null)
  }
  return (
    <>
      <SignOut before={before} />
      {answer && (
        <Dialog title={t('me.unsent_title')} onClose={() => decide(false)}>
          <p>{t('me.unsent_about')}</p>
          <div className="row">
            <Button look="main" onClick={() => decide(false)}>
              {t('me.stay')}
            </Button>
            <Button onClick={() => decide(true)}>{t('sign_in.sign_out')}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
