import { type ReactElement, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../api.ts'
import { useMe, useNewSession } from '../session.tsx'
import { whyNot } from '../sign-in/why-not.ts'
import { t, type WordKey } from '../words/words.ts'

/** Goes on in another of one's own roles. Who has only one sees nothing; the sample school has its strip. */
export function RoleSwitch(): ReactElement | null {
  const { memberships, membership_id, school } = useMe()
  const startAnew = useNewSession()
  const [, navigate] = useLocation()
  const [error, setError] = useState<string | null>(null)
  const id = useId()
  if (memberships.length < 2 || school.is_sample) return null
  const become = async (chosen: string) => {
    try {
      await call('switchRole', { body: { membership_id: chosen } })
      navigate('/')
      await startAnew()
    } catch (refused) {
      setError(whyNot(refused))
    }
  }
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
      {error && <p role="alert">{error}</p>}
    </div>
  )
}
