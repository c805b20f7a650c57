import type { Answer } from '@waymark/questions/multiple-select/answer.ts'
import type { StudentContent } from '@waymark/questions/multiple-select/student.ts'
import type { ReactElement } from 'react'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'

/** Several options, as native checkboxes; how many are chosen is spoken. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
  announce,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { options, min_selections, max_selections } = question.content
  const change = (ids: string[]) => {
    if (max_selections !== null && ids.length > max_selections)
      return announce(t('question.at_most', { n: max_selections }))
    announce(t('question.selected', { n: ids.length }))
    onAnswer({ selected_options: ids })
  }
  return (
    <CheckboxGroup
      legend={legendFor(min_selections, max_selections)}
      choices={options}
      chosen={answer?.selected_options ?? []}
      readOnly={readOnly}
      onChange={change}
    />
  )
}

function legendFor(least: number, most: number | null): string {
  if (most !== null && most === least) return t('question.choose_exactly', { n: most })
  if (most !== null) return t('question.choose_up_to', { n: most })
  return least > 1 ? t('question.choose_at_least', { n: least }) : t('question.choose_all')
}
