import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { useMe, useNewSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { t } from '../../words/words.ts'

/** For an admin who teaches: adds the role, takes the classes that have no teacher, and goes on as teacher. */
export function TeachMyself(): ReactElement {
  const { user, memberships } = useMe()
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const { busy, error, act } = useActing()
  const teach = () =>
    act(async () => {
      const own = memberships.find(({ role }) => role === 'teacher')
      const membership =
        own ?? (await call('createMembership', { body: { user_id: user.id, role: 'teacher' } }))
      await takeClasses(user.id)
      await call('switchRole', { body: { membership_id: membership.id } })
      await startAnew()
      navigate('/home')
    })
  return (
    <div className="card">
      <h2>{t('admin.teach_myself')}</h2>
      <p>{t('admin.teach_myself_about')}</p>
      <ErrorLine text={error} />
      <Button busy={busy} onClick={teach}>
        {t('admin.teach_myself')}
      </Button>
    </div>
  )
}

async function takeClasses(teacherId: string): Promise<void> {
  const { items } = await call('listClassrooms', {})
  for (const { id, teachers } of items) {
    if (teachers.length === 0)
      await call('changeClassroom', { params: { classroom_id: id }, body: { teacher_ids: [teacherId] } })
  }
}
