import type { Answer } from '@waymark/questions/text-input/answer.ts'
import type { StudentContent } from '@waymark/questions/text-input/student.ts'
import type { ReactElement } from 'react'
import { TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { isSpokenAt } from '../counter.ts'
import type { PlayerProps } from '../player.ts'

/** A word or a short phrase. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
  announce,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const most = question.content.max_length
  const text = answer?.text ?? ''
  const change = (next: string) => {
    const left = most - next.length
    if (isSpokenAt(most - text.length, left)) announce(t('question.characters_left', { n: left }))
    onAnswer({ text: next }, true)
  }
  return (
    <TextField
      label={t('question.your_answer')}
      value={text}
      maxLength={most}
      readOnly={readOnly}
      lang={question.language}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
