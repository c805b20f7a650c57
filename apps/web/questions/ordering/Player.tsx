import type { Answer } from '@waymark/questions/ordering/answer.ts'
import type { StudentContent } from '@waymark/questions/ordering/student.ts'
import { type ReactElement, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import type { PlayerProps } from '../player.ts'
import { UndoButton, useUndo } from '../undo.tsx'
import { moveTo } from './move.ts'

/**
 * Items in a row of places. Each has Up, Down and a pick-list of places; each move is spoken. Until the first
 * move, or "This order is right", nothing is answered.
 */
export function Player({
  question,
  answer,
  onAnswer,
  readOnly,
  announce,
}: PlayerProps<StudentContent, Answer>): ReactElement {
  const { items } = question.content
  const given = answer?.order ?? []
  const order = given.length > 0 ? given : items.map(({ id }) => id)
  const { change, undo, mayUndo } = useUndo<Answer>({ order: given }, onAnswer)
  const textOf = (id: string) => items.find((item) => item.id === id)?.text ?? ''
  const place = (id: string, to: number) => {
    const next = moveTo(order, id, to)
    announce(t('question.now_at', { item: textOf(id), place: next.indexOf(id) + 1, n: next.length }))
    change({ order: next })
  }
  const confirm = () => {
    announce(t('question.order_taken'))
    change({ order })
  }
  return (
    <div className="stack wide">
      <p>{t('question.put_in_order')}</p>
      <ol className="list-plain">
        {order.map((id, at) => (
          <Item
            key={id}
            id={id}
            text={textOf(id)}
            at={at}
            count={order.length}
            readOnly={readOnly}
            onPlace={place}
          />
        ))}
      </ol>
      {!readOnly && (
        <div className="row">
          <UndoButton undo={undo} mayUndo={mayUndo} />
          {given.length === 0 && <Button onClick={confirm}>{t('question.order_is_right')}</Button>}
        </div>
      )}
    </div>
  )
}

function Item({
  id,
  text,
  at,
  count,
  readOnly,
  onPlace,
}: {
  id: string
  text: string
  at: number
  count: number
  readOnly: boolean
  onPlace: (id: string, to: number) => void
}) {
  const selectId = useId()
  return (
    <li className="card place">
      <span className="place-text" dir="auto">
        {text}
      </span>
      {!readOnly && (
        <div className="place-moves">
          <label className="visually-hidden" htmlFor={selectId}>
            {t('question.place_of', { item: text })}
          </label>
          <select
            id={selectId}
            className="input input-inline"
            value={at}
            onChange={(event) => onPlace(id, Number(event.currentTarget.value))}
          >
            {Array.from({ length: count }, (_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              <option key={place} value={place}>
                {place + 1}
              </option>
            ))}
          </select>
          <Button
            busy={at === 0}
            aria-label={t('question.move_up', { item: text })}
            onClick={() => onPlace(id, at - 1)}
          >
            {t('question.up')}
          </Button>
          <Button
            busy={at === count - 1}
            aria-label={t('question.move_down', { item: text })}
            onClick={() => onPlace(id, at + 1)}
          >
            {t('question.down')}
          </Button>
        </div>
      )}
    </li>
  )
}
