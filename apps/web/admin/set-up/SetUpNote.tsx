import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { t } from '../../words/words.ts'
import { useSetUpState } from './set-up-state.ts'

/** Says that setting up is not finished, and leads back to it. */
export function SetUpNote(): ReactElement | null {
  const { data } = useSetUpState()
  if (!data || (data.hasStudents && data.hasTeacher)) return null
  return (
    <div className="note row row-apart no-print">
      <p>{t('admin.set_up_unfinished')}</p>
      <Link className="button" href="/people/start">
        {t('admin.go_on_setting_up')}
      </Link>
    </div>
  )
}
