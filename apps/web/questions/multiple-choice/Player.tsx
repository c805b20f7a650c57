import type { Answer } from '@waymark/questions/multiple-choice/answer.ts'
import type { StudentContent } from '@waymark/questions/multiple-choice/student.ts'
import type { ReactElement } from 'react'
import { RadioGroup } from '../../ui/Choices.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'

/** One option of several, as native radio buttons. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const isTrueFalse = question.preset === 'true_false'
  return (
    <RadioGroup
      legend={isTrueFalse ? t('question.true_or_false') : t('question.choose_one')}
      choices={question.content.options}
      chosen={answer?.selected_option ?? null}
      readOnly={readOnly}
      onChoose={(id) => onAnswer({ selected_option: id })}
    />
  )
}
