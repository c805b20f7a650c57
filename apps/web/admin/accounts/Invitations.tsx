import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing, useSending } from '../../sending.ts'
import { usePaged } from '../../staff/use-paged.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { More } from '../../ui/More.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Table } from '../../ui/Table.tsx'
import { date, t } from '../../words/words.ts'
import { LinkOnce } from './LinkOnce.tsx'
import { staffRoleOf, staffRoles } from './roles.ts'

type Invitation = Reply<'listInvitations'>['items'][number]

/** Invites staff by a link that works once, and lists the invitations. No mail is needed. */
export default function Invitations(): ReactElement {
  const invitations = usePaged(['invitations'], (cursor) => call('listInvitations', { query: cursor }))
  return (
    <>
      <Invite />
      <Stated
        shown={stateOf(invitations, { empty: (all) => all.length === 0 })}
        empty={<p>{t('admin.no_invitations')}</p>}
        onRetry={() => invitations.refetch()}
      >
        {(all) => <InvitationTable invitations={all} />}
      </Stated>
      <More of={invitations} />
    </>
  )
}

/** The form that makes an invitation and shows its link once. */
export function Invite(): ReactElement {
  const client = useQueryClient()
  const [link, setLink] = useState<Reply<'makeResetLink'> | null>(null)
  const { busy, error, submit } = useSending(async (form) => {
    const email = String(form.get('email') ?? '').trim()
    const role = staffRoleOf(form.get('role'))
    const reply = await call('createInvitation', { body: { role, ...(email && { email }) } })
    setLink(reply.link)
    await client.invalidateQueries({ queryKey: ['invitations'] })
  })
  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('admin.invite')}</h2>
      <p>{t('admin.invite_about')}</p>
      <SelectField
        label={t('admin.role')}
        name="role"
        options={staffRoles.map((value) => ({ value, text: t(`staff.role_${value}`) }))}
      />
      <TextField
        label={t('admin.email_optional')}
        help={t('admin.email_optional_help')}
        name="email"
        type="email"
        error={error}
      />
      {link && <LinkOnce link={link} />}
      <Button type="submit" look="main" busy={busy}>
        {t('admin.make_link')}
      </Button>
    </form>
  )
}

function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  return (
    <Table
      caption={t('admin.invitations')}
      rows={invitations}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'to',
          head: t('admin.invited'),
          cell: ({ email, role }) => email ?? t('admin.whoever', { role: t(`staff.role_${role}`) }),
        },
        { id: 'role', head: t('admin.role'), cell: ({ role }) => t(`staff.role_${role}`) },
        { id: 'made', head: t('admin.made'), cell: ({ created_at }) => date(created_at) },
        { id: 'until', head: t('admin.until'), cell: ({ expires_at }) => date(expires_at) },
        { id: 'state', head: t('admin.state'), cell: ({ state }) => t(`admin.invitation_${state}`) },
        {
          id: 'acts',
          head: t('classes.acts'),
          cell: (invitation) => invitation.state === 'open' && <Withdraw invitation={invitation} />,
        },
      ]}
    />
  )
}

function Withdraw({ invitation }: { invitation: Invitation }) {
  const client = useQueryClient()
  const { busy, error, act } = useActing()
  const withdraw = () =>
    act(async () => {
      await call('withdrawInvitation', { params: { invitation_id: invitation.id } })
      await client.invalidateQueries({ queryKey: ['invitations'] })
    })
  return (
    <>
      <Button
        busy={busy}
        onClick={withdraw}
        aria-label={t('admin.withdraw_of', {
          who: invitation.email ?? t(`staff.role_${invitation.role}`),
        })}
      >
        {t('admin.withdraw')}
      </Button>
      <ErrorLine text={error} />
    </>
  )
}
