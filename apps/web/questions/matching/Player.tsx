import type { Answer } from '@waymark/questions/matching/answer.ts'
import type { StudentContent } from '@waymark/questions/matching/student.ts'
import type { ReactElement } from 'react'
import { SelectField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'
import { UndoButton, useUndo } from '../undo.tsx'
import { pairUp } from './pairs.ts'

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
  const textOf = (id: string | null) =>
    [...left_items, ...right_items].find((item) => item.id === id)?.text ?? ''
  const pair = (left: string, right: string | null) => {
    const next = pairUp(pairs, left, right, reuse_right)
    const moved =
      next.movedFrom && t('question.moved_from', { item: textOf(right), from: textOf(next.movedFrom) })
    const now = right
      ? t('question.paired', { left: textOf(left), right: textOf(right) })
      : t('question.unpaired', { left: textOf(left) })
    announce(moved ? `${now} ${moved}` : now)
    change({ pairs: next.pairs })
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
        />
      ))}
      {!readOnly && <UndoButton undo={undo} mayUndo={mayUndo} />}
    </div>
  )
}
