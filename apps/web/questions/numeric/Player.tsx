import type { Answer } from '@waymark/questions/numeric/answer.ts'
import type { StudentContent } from '@waymark/questions/numeric/student.ts'
import type { ReactElement } from 'react'
import { TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'

/** A number as typed: `3/4`, `1 1/2`, `3.2e5`, `1.5 km`. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { unit_asked } = question.content
  return (
    <TextField
      label={unit_asked ? t('question.number_with_unit') : t('question.number')}
      help={t('question.number_help')}
      value={answer?.text ?? ''}
      maxLength={100}
      readOnly={readOnly}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onAnswer({ text: event.currentTarget.value }, true)}
    />
  )
}
