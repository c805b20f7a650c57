import type { Answer } from '@waymark/questions/cloze/answer.ts'
import { type StudentContent, type StudentGap, splitAtGaps } from '@waymark/questions/cloze/student.ts'
import { Fragment, type ReactElement } from 'react'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'

/** Running text with gaps: typed, or picked from a list. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { text, gaps, bank } = question.content
  const pieces = splitAtGaps(text)
  const names = pieces.flatMap((piece) => ('gap' in piece ? piece.gap : []))
  const given = answer?.gaps ?? {}
  const fill = (id: string, value: string, typed: boolean) => {
    const { [id]: _, ...others } = given
    onAnswer({ gaps: value === '' ? others : { ...others, [id]: value } }, typed)
  }
  return (
    <div className="stack wide">
      <p>{t('question.fill_gaps', { n: names.length })}</p>
      {bank.length > 0 && (
        <p>{t('question.words_to_use', { words: bank.map((word) => word.text).join(', ') })}</p>
      )}
      <div className="cloze" lang={question.language} dir="auto">
        {pieces.map((piece, at) => {
          if ('text' in piece) {
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
            return <Fragment key={at}>{piece.text}</Fragment>
          }
          const gap = gaps.find((each) => each.id === piece.gap)
          return gap ? (
            <Gap
              key={gap.id}
              gap={gap}
              bank={bank}
              label={t('question.gap', { place: names.indexOf(gap.id) + 1, n: names.length })}
              value={given[gap.id] ?? ''}
              readOnly={readOnly}
              onFill={(value, typed) => fill(gap.id, value, typed)}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

function Gap({
  gap,
  bank,
  label,
  value,
  readOnly,
  onFill,
}: {
  gap: StudentGap
  bank: StudentContent['bank']
  label: string
  value: string
  readOnly: boolean
  onFill: (value: string, typed: boolean) => void
}) {
  if (gap.input === 'typed')
    return (
      <input
        className="input input-inline"
        aria-label={label}
        value={value}
        maxLength={gap.max_length}
        size={Math.min(gap.max_length, 16)}
        readOnly={readOnly}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onFill(event.currentTarget.value, true)}
      />
    )
  const options = gap.input === 'select' ? gap.options : bank
  return (
    <select
      className="input input-inline"
      aria-label={label}
      value={value}
      disabled={readOnly}
      onChange={(event) => onFill(event.currentTarget.value, false)}
    >
      <option value="">{t('question.pick')}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text}
        </option>
      ))}
    </select>
  )
}
