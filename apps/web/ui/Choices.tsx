import { type ReactElement, type ReactNode, useId } from 'react'

export interface Choice {
  id: string
  text: ReactNode
}

interface Group {
  /** The name of the group; `legendHidden` when the text above it names it on screen already. */
  legend: ReactNode
  legendHidden?: boolean
  choices: readonly Choice[]
  /** Can be read and reached, not changed. */
  readOnly?: boolean
  /** The id of a text that explains the group. */
  describedBy?: string
}

/** A native radio group: arrows move, Space chooses. */
export function RadioGroup({
  chosen,
  onChoose,
  ...group
}: Group & { chosen: string | null; onChoose: (id: string) => void }): ReactElement {
  const name = useId()
  return (
    <Grouped {...group}>
      {(choice) => (
        <input
          type="radio"
          name={name}
          value={choice.id}
          checked={chosen === choice.id}
          aria-disabled={group.readOnly || undefined}
          onChange={() => group.readOnly || onChoose(choice.id)}
        />
      )}
    </Grouped>
  )
}

/** A native checkbox group. */
export function CheckboxGroup({
  chosen,
  onChange,
  ...group
}: Group & { chosen: readonly string[]; onChange: (ids: string[]) => void }): ReactElement {
  const toggle = (id: string) =>
    chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  return (
    <Grouped {...group}>
      {(choice) => (
        <input
          type="checkbox"
          value={choice.id}
          checked={chosen.includes(choice.id)}
          aria-disabled={group.readOnly || undefined}
          onChange={() => group.readOnly || onChange(toggle(choice.id))}
        />
      )}
    </Grouped>
  )
}

function Grouped({
  legend,
  legendHidden,
  choices,
  describedBy,
  children,
}: Group & { children: (choice: Choice) => ReactNode }) {
  return (
    <fieldset className="choices" aria-describedby={describedBy}>
      <legend className={legendHidden ? 'visually-hidden' : 'label'}>{legend}</legend>
      {choices.map((choice) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the first child, made by the caller
        <label key={choice.id} className="choice">
          {children(choice)}
          <span dir="auto">{choice.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
