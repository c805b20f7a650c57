import { type ReactElement, type ReactNode, useId } from 'react'
import { t } from '../../words/words.ts'
import { OptionalTextEdit, TextEdit } from './fields.tsx'
import { freshPartId } from './part-id.ts'
import { Rows } from './Rows.tsx'

export interface Option {
  id: string
  text: string
  is_correct: boolean
  feedback?: string | undefined
  misconception_id?: string | undefined
}

/** Options to choose from: text, which are right, and what each says when it is chosen. */
export function OptionRows({
  at,
  legend,
  options,
  single,
  most,
  longest,
  onChange,
}: {
  at: string
  legend: string
  options: readonly Option[]
  /** Exactly one is right. */
  single: boolean
  most: number
  /** Most characters of an option. */
  longest: number
  onChange: (options: Option[]) => void
}): ReactElement {
  const name = useId()
  const mark = (index: number, right: boolean) =>
    onChange(
      options.map((option, other) => {
        if (other === index) return { ...option, is_correct: right }
        return single ? { ...option, is_correct: false } : option
      }),
    )
  return (
    <Rows
      at={at}
      legend={legend}
      items={options}
      nameOf={(place) => t('author.option_n', { n: place })}
      make={() => ({ id: freshPartId(), text: '', is_correct: false })}
      add={t('author.add_option')}
      least={2}
      most={most}
      onChange={onChange}
    >
      {(option, index, change) => (
        <OptionFields at={`${at}/${index}`} option={option} longest={longest} onChange={change}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={option.is_correct}
            onChange={(event) => mark(index, event.currentTarget.checked)}
          />
        </OptionFields>
      )}
    </Rows>
  )
}

function OptionFields({
  at,
  option,
  longest,
  onChange,
  children,
}: {
  at: string
  option: Option
  longest: number
  onChange: (option: Option) => void
  /** The control that says whether the option is right. */
  children: ReactNode
}) {
  return (
    <>
      <TextEdit
        at={`${at}/text`}
        label={t('author.option_text')}
        value={option.text}
        most={longest}
        onChange={(text) => onChange({ ...option, text })}
      />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the first child */}
      <label className="choice">
        {children}
        <span>{t('author.is_right')}</span>
      </label>
      <OptionalTextEdit
        at={`${at}/feedback`}
        label={t('author.feedback_when_chosen')}
        value={option.feedback}
        most={280}
        onChange={(feedback) => onChange({ ...option, feedback })}
      />
    </>
  )
}
