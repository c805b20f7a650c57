import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { usePlace } from './editing.tsx'

interface Base {
  /** JSON pointer below the content. */
  at: string
  label: string
  help?: ReactNode
}

/** One line, or several, of the question's own wording. */
export function TextEdit({
  at,
  value,
  most,
  lines,
  onChange,
  ...frame
}: Base & {
  value: string
  /** Most characters. */
  most: number
  /** Given: a field of that many lines. */
  lines?: number
  onChange: (text: string) => void
}): ReactElement {
  const { pointer, error, language } = usePlace(at)
  const own = { value, maxLength: most, lang: language, error, 'data-pointer': pointer, ...frame }
  return lines === undefined ? (
    <TextField {...own} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextArea {...own} rows={lines} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}

/** Text that may be left out: a blank field is no text at all. */
export function OptionalTextEdit({
  value,
  onChange,
  ...rest
}: Base & {
  value: string | null | undefined
  most: number
  lines?: number
  onChange: (text: string | undefined) => void
}): ReactElement {
  const change = (text: string) => onChange(text === '' ? undefined : text)
  return <TextEdit value={value ?? ''} onChange={change} {...rest} />
}

/** A number; NaN while the field is blank. */
export function NumberEdit({
  at,
  value,
  onChange,
  ...rest
}: Base & {
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
}): ReactElement {
  const { pointer, error } = usePlace(at)
  const [typed, setTyped] = useState(textOf(value))
  useEffect(() => {
    setTyped((text) => (Object.is(numberIn(text), value) ? text : textOf(value)))
  }, [value])
  const change = (text: string) => {
    setTyped(text)
    onChange(numberIn(text))
  }
  return (
    <TextField
      type="number"
      inputMode="decimal"
      value={typed}
      error={error}
      data-pointer={pointer}
      onChange={(event) => change(event.currentTarget.value)}
      {...rest}
    />
  )
}

const textOf = (value: number) => (Number.isNaN(value) ? '' : String(value))
const numberIn = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

/** A share of 0–1, written as a percentage. */
export function ShareEdit({
  value,
  onChange,
  ...rest
}: Base & { value: number; onChange: (share: number) => void }): ReactElement {
  return (
    <NumberEdit
      value={Number((value * 100).toFixed(3))}
      min={0}
      max={100}
      onChange={(percent) => onChange(percent / 100)}
      {...rest}
    />
  )
}

/** Yes or no. */
export function FlagEdit({
  at,
  label,
  checked,
  onChange,
}: {
  at: string
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}): ReactElement {
  const { pointer } = usePlace(at)
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        data-pointer={pointer}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

/** One of several, by name. A value that is not among them shows as "Pick one". */
export function PickEdit<Value extends string>({
  at,
  value,
  options,
  onChange,
  ...frame
}: Base & {
  value: Value | null
  options: readonly { value: Value; text: string }[]
  onChange: (value: Value) => void
}): ReactElement {
  const { pointer, error } = usePlace(at)
  const isKnown = options.some((option) => option.value === value)
  return (
    <SelectField
      value={isKnown ? (value as string) : ''}
      options={isKnown ? options : [{ value: '', text: t('question.pick') }, ...options]}
      error={error}
      data-pointer={pointer}
      onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value as Value)}
      {...frame}
    />
  )
}
