import type { ReactElement } from 'react'
import { Button } from '../ui/Button.tsx'

/** Says by what a list is narrowed, as its address says, with the way back to all of it; null: by nothing. */
export function NarrowedTo({
  by,
  showAll,
  onShowAll,
}: {
  by: string | null
  showAll: string
  onShowAll: () => void
}): ReactElement {
  const removeFilter = () => {
    onShowAll()
    // The button goes away with the filter; the focus must not go with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <div className="row narrowed" role="status">
      {by !== null && (
        <>
          <p>{by}</p>
          <Button onClick={removeFilter}>{showAll}</Button>
        </>
      )}
    </div>
  )
}
