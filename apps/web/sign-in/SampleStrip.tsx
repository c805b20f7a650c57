import { type ReactElement, useId } from 'react'
import { call } from '../api.ts'
import { useActing } from '../sending.ts'
import { useMe, useNewSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorLine } from '../ui/ErrorLine.tsx'
import { t } from '../words/words.ts'

/** The roles one can look around as. */
const roles = ['student', 'teacher', 'admin'] as const
type SampleRole = (typeof roles)[number]

function useBeing() {
  const startAnew = useNewSession()
  const { error, act } = useActing()
  const be = (role: SampleRole) =>
    act(async () => {
      await call('signInToSample', { body: { role } })
      await startAnew()
    })
  return { be, error }
}

/** The second door of the first page: be somebody of the sample school, without a password. */
export function LookAround(): ReactElement {
  const { be, error } = useBeing()
  return (
    <section className="card">
      <h2>{t('sample.look_around')}</h2>
      <p>{t('sample.about')}</p>
      <div className="row">
        {roles.map((role) => (
          <Button key={role} onClick={() => be(role)}>
            {t(`sample.as_${role}`)}
          </Button>
        ))}
      </div>
      <ErrorLine text={error} />
    </section>
  )
}

/** "Sample school · you are: Teacher": switches the role. Only a sample school has it. */
export function SampleStrip(): ReactElement | null {
  const { school, role } = useMe()
  const { be, error } = useBeing()
  const id = useId()
  if (!school.is_sample) return null
  return (
    <aside className="bar no-print" aria-label={t('sample.strip')}>
      <span>{t('sample.strip')}</span>
      <div className="row">
        <label htmlFor={id}>{t('sample.you_are')}</label>
        <select
          id={id}
          className="input input-inline"
          value={role}
          onChange={(event) => be(event.currentTarget.value as SampleRole)}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {t(`sample.role_${each}`)}
            </option>
          ))}
        </select>
      </div>
      <ErrorLine text={error} />
    </aside>
  )
}
