import type { ReactElement } from 'react'
import { useMe } from '../session.tsx'
import { Page } from '../ui/Page.tsx'
import { ReadingChoices } from '../ui/ReadingChoices.tsx'
import { t } from '../words/words.ts'

/** Who is signed in, and how they read best. */
export default function MySettings(): ReactElement {
  const { user, school } = useMe()
  return (
    <Page title={t('staff.my_settings')}>
      <p>{t('me.signed_in_as', { name: `${user.first_name} ${user.last_name}`, school: school.name })}</p>
      <h2>{t('me.reading')}</h2>
      <p>{t('me.reading_about')}</p>
      <ReadingChoices names={['theme', 'textSize', 'spacing', 'font', 'reducedMotion']} />
    </Page>
  )
}
