import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { dateTime, t } from '../../words/words.ts'

/** A link that is shown this once; whoever holds it can use it once. */
export function LinkOnce({ link }: { link: Reply<'makeResetLink'> }): ReactElement {
  const toast = useToast()
  // A plain LAN address has no clipboard: the link stands on the page to be copied by hand.
  const canCopy = navigator.clipboard !== undefined
  const address = `${location.origin}${link.path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast(t('admin.link_copied'))
  }
  return (
    <div className="note note-not-yet stack" role="status">
      <p>{t('admin.link_once', { time: dateTime(link.expires_at) })}</p>
      <p>
        <code className="link-shown">{address}</code>
      </p>
      {canCopy && <Button onClick={copy}>{t('admin.copy_link')}</Button>}
    </div>
  )
}
