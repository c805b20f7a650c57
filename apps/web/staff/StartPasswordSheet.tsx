import type { ReactElement } from 'react'
import { useMe } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { t } from '../words/words.ts'

export interface StartPassword {
  student_id: string
  username: string
  first_name: string
  last_name: string
  start_password: string
  classes?: string[]
}

/** Cards to print and cut out: each says where one student signs in, and with what. Shown once. */
export function StartPasswordSheet({ sheet }: { sheet: readonly StartPassword[] }): ReactElement {
  const { school } = useMe()
  return (
    <section className="stack wide" aria-label={t('staff.start_passwords')}>
      <p className="note note-not-yet no-print">{t('staff.shown_once')}</p>
      <Button className="no-print" onClick={() => print()}>
        {t('staff.print_cards', { n: sheet.length })}
      </Button>
      <ul className="sign-in-cards">
        {sheet.map(({ student_id, username, first_name, last_name, start_password, classes }) => (
          <li key={student_id} className="card">
            <p className="label">
              <bdi>{`${first_name} ${last_name}`}</bdi>
            </p>
            <p className="muted">{[school.name, ...(classes ?? [])].join(', ')}</p>
            <dl className="facts">
              <div>
                <dt>{t('staff.address')}</dt>
                <dd>
                  <code>{location.host}</code>
                </dd>
              </div>
              <div>
                <dt>{t('staff.username')}</dt>
                <dd>
                  <code>{username}</code>
                </dd>
              </div>
              <div>
                <dt>{t('staff.start_password')}</dt>
                <dd>
                  <code>{start_password}</code>
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
