import { type Answer, countWords } from '@waymark/questions/extended-text/answer.ts'
import type { StudentContent } from '@waymark/questions/extended-text/student.ts'
import type { ReactElement } from 'react'
import { TextArea } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { isSpokenAt } from '../counter.ts'
import type { PlayerProps } from '../player.ts'

const mostCharacters = 10_000

export const markedByTeacher = true

/** Several sentences. Too short or too long is said, not refused. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
  announce,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { min_words, max_words, dimensions } = question.content
  const text = answer?.text ?? ''
  const change = (next: string) => {
    const left = mostCharacters - next.length
    if (isSpokenAt(mostCharacters - text.length, left)) announce(t('question.characters_left', { n: left }))
    const words = max_words - countWords(next)
    if (isSpokenAt(max_words - countWords(text), words)) announce(t('question.words_left', { n: words }))
    onAnswer({ text: next }, true)
  }
  return (
    <div className="stack wide">
      {dimensions.length > 0 && (
        <div>
          <p>{t('question.teacher_looks_at')}</p>
          <ul>
            {dimensions.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <TextArea
        label={t('question.your_answer')}
        help={t('question.words_wanted', { min: min_words, max: max_words })}
        value={text}
        maxLength={mostCharacters}
        rows={10}
        readOnly={readOnly}
        lang={question.language}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <p className="muted">{t('question.words_so_far', { n: countWords(text) })}</p>
    </div>
  )
}
