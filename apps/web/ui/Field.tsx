import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react'

interface Frame {
  label: string
  /** Shown below the label and read with the field. */
  help?: ReactNode
  /** What will not do, in words; null when all is well. */
  error?: string | null
}

/** A labelled single-line field. */
export function TextField({
  label,
  help,
  error,
  ...input
}: Frame & Omit<ComponentProps<'input'>, 'id'>): ReactElement {
  return (
    <Framed label={label} help={help} error={error}>
      {(described) => <input className="input" {...described} {...input} />}
    </Framed>
  )
}

/** A labelled field for several lines. */
export function TextArea({
  label,
  help,
  error,
  ...area
}: Frame & Omit<ComponentProps<'textarea'>, 'id'>): ReactElement {
  return (
    <Framed label={label} help={help} error={error}>
      {(described) => <textarea className="input" rows={5} {...described} {...area} />}
    </Framed>
  )
}

/** A labelled native pick-list. */
export function SelectField({
  label,
  help,
  error,
  options,
  ...select
}: Frame &
  Omit<ComponentProps<'select'>, 'id'> & {
    options: readonly { value: string; text: string }[]
  }): ReactElement {
  return (
    <Framed label={label} help={help} error={error}>
      {(described) => (
        <select className="input" {...described} {...select}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Framed>
  )
}

interface Described {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

function Framed({
  label,
  help,
  error,
  children,
}: {
  label: string
  help: ReactNode
  error: string | null | undefined
  children: (described: Described) => ReactNode
}) {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <div id={`${id}-help`} className="muted">
          {help}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}
