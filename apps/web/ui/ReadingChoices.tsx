import type { ReactElement } from 'react'
import { t, type WordKey } from '../words/words.ts'
import { RadioGroup } from './Choices.tsx'
import { useReading } from './ReadingSettings.tsx'
import { choices, type Reading } from './reading.ts'

/** Reading settings as radio groups. Each holds from the moment it is chosen. */
export function ReadingChoices({ names }: { names: readonly (keyof Reading)[] }): ReactElement {
  return (
    <>
      {names.map((name) => (
        <Setting key={name} name={name} />
      ))}
    </>
  )
}

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
