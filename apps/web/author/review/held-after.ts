/** An item of a list that was picked up and is being moved. */
export interface Held {
  id: string
  /** Where it was picked up; Esc puts it back there. */
  from: number
  at: number
}

/** What is held after a key: null when nothing is any more, undefined when the key means nothing here. */
export function heldAfter(
  key: string,
  held: Held | null,
  here: { id: string; at: number },
  count: number,
): Held | null | undefined {
  if (key === ' ' || key === 'Enter') return held ? null : { id: here.id, from: here.at, at: here.at }
  if (!held) return undefined
  if (key === 'Escape') return null
  const to = { ArrowUp: held.at - 1, ArrowDown: held.at + 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? undefined : { ...held, at: Math.min(Math.max(to, 0), count - 1) }
}
