import type { ReactElement } from 'react'
import { t } from '../words/words.ts'
import { Button } from './Button.tsx'

interface PagedList {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The button below a list that is read page by page; nothing once all of it is there. */
export function More({
  of,
  text = t('ui.show_more'),
}: {
  of: PagedList
  text?: string
}): ReactElement | null {
  if (!of.hasNextPage) return null
  return (
    <Button busy={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
      {text}
    </Button>
  )
}
