import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { useMe } from '../../session.tsx'
import { type StartPassword, StartPasswordSheet } from '../../staff/StartPasswordSheet.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { t } from '../../words/words.ts'
import { LinkOnce } from './LinkOnce.tsx'

type Link = Reply<'makeResetLink'>

/** How the owner gets in: a start password or a link, each shown once; or not at all. */
export function AccountSignIn({ user }: { user: Reply<'showUser'> }): ReactElement {
  const client = useQueryClient()
  const { busy, error, act } = useActing()
  const [sheet, setSheet] = useState<StartPassword | null>(null)
  const [link, setLink] = useState<Link | null>(null)
  const params = { user_id: user.id }
  const isOneself = useMe().user.id === user.id
  const closed = user.disabled_at !== null
  const refresh = () => client.invalidateQueries({ queryKey: ['user', user.id] })
  const giveWay = () =>
    act(async () => {
      if (user.username !== null)
        setSheet(await call('resetStudentSignIn', { params: { student_id: user.id } }))
      else setLink(await call('makeResetLink', { params }))
      await refresh()
    })
  const close = () =>
    act(async () => {
      await call('disableUser', { params })
      await refresh()
    })
  const open = () =>
    act(async () => {
      await call('enableUser', { params })
      await refresh()
    })
  if (!user.kept_here) return <p>{t('admin.kept_elsewhere')}</p>
  return (
    <>
      {sheet && <StartPasswordSheet sheet={[sheet]} />}
      {link && <LinkOnce link={link} />}
      <ErrorLine text={error} />
      <div className="row">
        {!closed && (
          <Button busy={busy} onClick={giveWay}>
            {t(user.username === null ? 'admin.reset_link' : 'classes.new_password')}
          </Button>
        )}
        {!isOneself && (
          <Button busy={busy} onClick={closed ? open : close}>
            {t(closed ? 'admin.open_account' : 'admin.close_account')}
          </Button>
        )}
      </div>
      {!isOneself && (
        <p className="muted">{t(closed ? 'admin.open_account_about' : 'admin.close_account_about')}</p>
      )}
    </>
  )
}
