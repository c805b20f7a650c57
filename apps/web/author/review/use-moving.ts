import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { moveAt } from '../../questions/editing/list-edits.ts'
import { t } from '../../words/words.ts'
import { type Held, heldAfter } from './held-after.ts'

/**
 * Moves items of a list by keyboard or by dragging. While one is held by the keyboard `shown` has it at its new
 * place; `onMove` hears of the new order once it is dropped. `spoken` says what each key did.
 */
export function useMoving<Item extends { id: string }>(
  items: readonly Item[],
  onMove: (ids: string[]) => void,
) {
  const [held, setHeld] = useState<Held | null>(null)
  const [spoken, setSpoken] = useState('')
  const dragged = useRef<string | null>(null)
  const drop = (from: number, at: number) => {
    if (from !== at) onMove(moveAt(items, from, at).map(({ id }) => id))
  }
  const press = (event: KeyboardEvent, id: string, at: number) => {
    const next = heldAfter(event.key, held, { id, at }, items.length)
    if (next === undefined) return
    event.preventDefault()
    const place = (next ?? held)?.at ?? at
    if (next === null && held && event.key !== 'Escape') drop(held.from, held.at)
    setSpoken(wordsFor(event.key, held, next, place + 1, items.length))
    setHeld(next)
  }
  const dropDragged = (event: DragEvent, at: number) => {
    event.preventDefault()
    const from = items.findIndex(({ id }) => id === dragged.current)
    if (from >= 0) drop(from, at)
  }
  return {
    shown: held ? moveAt(items, held.from, held.at) : items,
    heldId: held?.id ?? null,
    spoken,
    handleProps: (id: string, at: number) => ({
      'aria-pressed': held?.id === id,
      onKeyDown: (event: KeyboardEvent) => press(event, id, at),
      onBlur: () => setHeld(null),
    }),
    dragProps: (id: string, at: number) => ({
      draggable: true,
      onDragStart: () => {
        dragged.current = id
      },
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => dropDragged(event, at),
    }),
  }
}

function wordsFor(key: string, before: Held | null, next: Held | null, place: number, n: number): string {
  if (next && !before) return t('author.picked_up', { place, n })
  if (next) return t('author.now_place', { place, n })
  if (key === 'Escape') return t('author.put_back', { place: (before?.from ?? 0) + 1 })
  return t('author.dropped', { place, n })
}
