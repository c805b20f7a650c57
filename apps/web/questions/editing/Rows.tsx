import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/Live.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { ErrorAt, usePlace } from './editing.tsx'
import { insertAt, moveAt, removeAt, replaceAt } from './list-edits.ts'

/**
 * A list whose items are edited in place, added, removed (with an undo) and, where their order matters, moved.
 * `nameOf` names a row in its heading and on its buttons.
 */
export function Rows<T>({
  at,
  legend,
  items,
  nameOf,
  make,
  add,
  least = 0,
  most,
  movable = false,
  compact = false,
  onChange,
  children,
}: {
  /** JSON pointer of the list below the content. */
  at: string
  legend: string
  items: readonly T[]
  nameOf: (place: number) => string
  make: () => NoInfer<T>
  /** The words on the button that adds a row. */
  add: string
  least?: number
  most: number
  movable?: boolean
  /** Each row is one field: it stands on one line with its buttons. */
  compact?: boolean
  onChange: (items: T[]) => void
  children: (item: T, index: number, change: (item: T) => void) => ReactNode
}): ReactElement {
  const { pointer } = usePlace(at)
  const list = useRef<HTMLFieldSetElement>(null)
  const latest = useRef({ items, onChange })
  latest.current = { items, onChange }
  const focusRow = useFocusOnRow(list)
  const toast = useToast()
  const announce = useAnnounce()
  const putIn = () => {
    onChange([...items, make()])
    focusRow(items.length)
  }
  const takeOut = (index: number) => {
    const item = items[index] as T
    onChange(removeAt(items, index))
    list.current?.querySelector<HTMLElement>(':scope > .button')?.focus()
    toast(t('author.removed', { name: nameOf(index + 1) }), () =>
      latest.current.onChange(insertAt(latest.current.items, index, item)),
    )
  }
  const move = (index: number, to: number) => {
    onChange(moveAt(items, index, to))
    announce(t('author.moved', { name: nameOf(index + 1), place: to + 1, n: items.length }))
  }
  return (
    <fieldset ref={list} className="edit-rows" data-pointer={pointer}>
      <legend className="label">{legend}</legend>
      <ErrorAt at={at} />
      {items.map((item, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
          key={index}
          at={`${at}/${index}`}
          name={nameOf(index + 1)}
          compact={compact}
          acts={
            <>
              {movable && <Moves name={nameOf(index + 1)} at={index} count={items.length} onMove={move} />}
              {items.length > least && <Remove name={nameOf(index + 1)} onRemove={() => takeOut(index)} />}
            </>
          }
        >
          {children(item, index, (next) => onChange(replaceAt(items, index, next)))}
        </Row>
      ))}
      {items.length < most && <Button onClick={putIn}>{add}</Button>}
    </fieldset>
  )
}

/** Puts the focus into a row once it is on the screen. */
function useFocusOnRow(list: RefObject<HTMLElement | null>): (row: number) => void {
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null) return
    const rows = list.current?.querySelectorAll<HTMLElement>(':scope > .edit-row')
    rows?.[wanted]?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    setWanted(null)
  }, [wanted, list])
  return setWanted
}

function Row({
  at,
  name,
  compact,
  acts,
  children,
}: {
  at: string
  name: string
  compact: boolean
  acts: ReactNode
  children: ReactNode
}) {
  const { pointer } = usePlace(at)
  return (
    <fieldset className={compact ? 'edit-row edit-row-compact' : 'edit-row card'} data-pointer={pointer}>
      <legend className={compact ? 'visually-hidden' : 'label'}>{name}</legend>
      <ErrorAt at={at} />
      {children}
      <div className="row">{acts}</div>
    </fieldset>
  )
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <Button look="quiet" aria-label={t('author.remove_named', { name })} onClick={onRemove}>
      {t('author.remove')}
    </Button>
  )
}

function Moves({
  name,
  at,
  count,
  onMove,
}: {
  name: string
  at: number
  count: number
  onMove: (from: number, to: number) => void
}) {
  return (
    <>
      <Button
        busy={at === 0}
        aria-label={t('question.move_up', { item: name })}
        onClick={() => onMove(at, at - 1)}
      >
        {t('question.up')}
      </Button>
      <Button
        busy={at === count - 1}
        aria-label={t('question.move_down', { item: name })}
        onClick={() => onMove(at, at + 1)}
      >
        {t('question.down')}
      </Button>
    </>
  )
}
