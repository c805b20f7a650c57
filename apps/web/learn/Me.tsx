import type { ReactElement } from 'react'
import { useMe } from '../session.tsx'
import { RadioGroup } from '../ui/Choices.tsx'
import { Page } from '../ui/Page.tsx'
import { useReading } from '../ui/ReadingSettings.tsx'
import { choices, type Reading } from '../ui/reading.ts'
import { t, type WordKey } from '../words/words.ts'
import { SignOutSafely } from './SignOutSafely.tsx'

/** The student's own settings: how they read best. */
export function MePage(): ReactElement {
  const { user, school } = useMe()
  return (
    <Page title={t('me.title')}>
      <p>{t('me.signed_in_as', { name: `${user.first_name} ${user.last_name}`, school: school.name })}</p>
      <h2>{t('me.reading')}</h2>
      <p>{t('me.reading_about')}</p>
      <Setting name="theme" />
      <Setting name="textSize" />
      <Setting name="spacing" />
      <Setting name="font" />
      <Setting name="lineFocus" />
      <Setting name="hideOptions" />
      <Setting name="reducedMotion" />
      <div>
        <SignOutSafely />
      </div>
    </Page>
  )
}

/** One setting as a radio group. It holds from the moment it is chosen. */
function Setting({ name }: { name: keyof Reading }) {
  const { reading, change } = useReading()
  const offered: readonly (string | number | boolean)[] = choices[name]
  const choose = (id: string) => {
    const value = offered.find((choice) => String(choice) === id)
    change({ ...reading, [name]: value })
  }
  return (
    <RadioGroup
      legend={t(`me.${name}`)}
      choices={offered.map((choice) => ({ id: String(choice), text: t(`me.${name}_${choice}` as WordKey) }))}
      chosen={String(reading[name])}
      onChoose={choose}
    />
  )
}
