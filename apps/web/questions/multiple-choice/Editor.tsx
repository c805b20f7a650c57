import type { Content } from '@waymark/questions/multiple-choice/content.ts'
import { type ReactElement, useId } from 'react'
import { t } from '../../words/words.ts'
import { ErrorAt, usePlace } from '../editing/editing.tsx'
import { FlagEdit, OptionalTextEdit } from '../editing/fields.tsx'
import { OptionRows } from '../editing/OptionRows.tsx'
import type { EditorProps } from '../editor.ts'

/** One right option of several, or a statement that is true or false. */
export function Editor({ content, preset, onChange }: EditorProps<Content>): ReactElement {
  if (preset === 'true_false') return <TrueFalse content={content} onChange={onChange} />
  return (
    <div className="stack wide">
      <OptionRows
        at="/options"
        legend={t('author.options')}
        options={content.options}
        single
        most={4}
        longest={500}
        onChange={(options) => onChange({ ...content, options })}
      />
      <FlagEdit
        at="/shuffle_options"
        label={t('author.shuffle_options')}
        checked={content.shuffle_options}
        onChange={(shuffle_options) => onChange({ ...content, shuffle_options })}
      />
    </div>
  )
}

/** The two options are fixed; which is right, and what each says, is the author's. */
function TrueFalse({ content, onChange }: Omit<EditorProps<Content>, 'preset'>) {
  const name = useId()
  const { pointer } = usePlace('/options')
  const setRight = (id: string) =>
    onChange({
      ...content,
      options: content.options.map((option) => ({ ...option, is_correct: option.id === id })),
    })
  const say = (id: string, feedback: string | undefined) =>
    onChange({
      ...content,
      options: content.options.map((option) => (option.id === id ? { ...option, feedback } : option)),
    })
  return (
    <div className="stack wide">
      <fieldset className="choices" data-pointer={pointer}>
        <legend className="label">{t('author.statement_is')}</legend>
        <ErrorAt at="/options" />
        {content.options.map((option) => (
          <label key={option.id} className="choice">
            <input
              type="radio"
              name={name}
              checked={option.is_correct}
              onChange={() => setRight(option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
      {content.options.map((option, index) => (
        <OptionalTextEdit
          key={option.id}
          at={`/options/${index}/feedback`}
          label={t('author.feedback_for', { name: option.text })}
          value={option.feedback}
          most={280}
          onChange={(feedback) => say(option.id, feedback)}
        />
      ))}
    </div>
  )
}
