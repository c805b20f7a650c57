import { type ReactElement, useId } from 'react'
import { useLocation } from 'wouter'
import { call } from '../api.ts'
import { useActing } from '../sending.ts'
import { useMe, useNewSession } from '../session.tsx'
import { ErrorLine } from '../ui/ErrorLine.tsx'
import { t, type WordKey } from '../words/words.ts'

/** Goes on in another of one's own roles. Who has only one sees nothing; the sample school has its strip. */
export function RoleSwitch(): ReactElement | null {
  const { memberships, membership_id, school } = useMe()
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const { error, act } = useActing()
  const id = useId()
  if (memberships.length < 2 || school.is_sample) return null
  const become = (chosen: string) =>
    act(async () => {
      await call('switchRole', { body: { membership_id: chosen } })
      navigate('/')
      await startAnew()
    })
  return (
    <div className="row">
      <label htmlFor={id}>{t('sample.you_are')}</label>
      <select
        id={id}
        className="input input-inline"
        value={membership_id}
        onChange={(event) => become(event.currentTarget.value)}
      >
        {memberships.map((membership) => (
          <option key={membership.id} value={membership.id}>
            {t(`staff.role_${membership.role}` as WordKey)}
          </option>
        ))}
      </select>
      <ErrorLine text={error} />
    </div>
  )
}
