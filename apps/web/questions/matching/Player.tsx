import type { Answer } from '@waymark/questions/matching/answer.ts'
import type { StudentContent } from '@waymark/questions/matching/student.ts'
import { type ReactElement, useRef } from 'react'
import { SelectField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'
import { UndoButton, useUndo } from '../undo.tsx'
import { pairsBefore, pairUp, type Stay } from './pairs.ts'

/** A labelled pick-list for each item on the left. */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
  announce,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { left_items, right_items, reuse_right } = question.content
  const pairs = answer?.pairs ?? []
  const { change, undo, mayUndo } = useUndo<Answer>({ pairs }, onAnswer)
  const stay = useRef<Stay | null>(null)
  const textOf = (id: string | null) =>
    [...left_items, ...right_items].find((item) => item.id === id)?.text ?? ''
  const pair = (left: string, right: string | null) => {
    const before = pairsBefore(stay.current, left, pairs)
    const next = pairUp(before, left, right, reuse_right)
    stay.current = { left, before, after: next.pairs }
    const moved =
      next.movedFrom && t('question.moved_from', { item: textOf(right), from: textOf(next.movedFrom) })
    const now = right
      ? t('question.paired', { left: textOf(left), right: textOf(right) })
      : t('question.unpaired', { left: textOf(left) })
    announce(moved ? `${now} ${moved}` : now)
    change({ pairs: next.pairs }, before !== pairs)
  }
  const options = [
    { value: '', text: t('question.pick') },
    ...right_items.map(({ id, text }) => ({ value: id, text })),
  ]
  return (
    <div className="stack wide">
      <p>{reuse_right ? t('question.sort_each') : t('question.match_each')}</p>
      {left_items.map(({ id, text }) => (
        <SelectField
          key={id}
          label={text}
          options={options}
          value={pairs.find((each) => each.left === id)?.right ?? ''}
          disabled={readOnly}
          onChange={(event) => pair(id, event.currentTarget.value || null)}
          onBlur={() => {
            stay.current = null
          }}
        />
      ))}
      {!readOnly && <UndoButton undo={undo} mayUndo={mayUndo} />}
    </div>
  )
}
