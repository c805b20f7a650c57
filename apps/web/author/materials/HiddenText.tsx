import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../../api.ts'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import { placeText } from '../place-text.ts'

type Passage = Reply<'listPassages'>['items'][number]

/** Text that readers of the file do not see. It is used only when it is ticked. */
export function HiddenText({
  documentId,
  ticked,
  onTick,
}: {
  documentId: string
  /** Null while nothing was changed here. */
  ticked: readonly string[] | null
  onTick: (ids: readonly string[]) => void
}): ReactElement {
  const passages = useQuery({
    queryKey: keys.passages(documentId),
    queryFn: () => listHidden(documentId),
  })
  return (
    <Stated
      shown={stateOf(passages, { empty: (list) => list.length === 0 })}
      onRetry={() => passages.refetch()}
    >
      {(list) => (
        <CheckboxGroup
          legend={t('author.hidden_text_about')}
          choices={list.map(({ id, text, locator }) => ({
            id,
            text: `${placeText(locator)} ${text}`.trim(),
          }))}
          chosen={ticked ?? list.filter((passage) => passage.ticked).map(({ id }) => id)}
          onChange={onTick}
        />
      )}
    </Stated>
  )
}

async function listHidden(documentId: string): Promise<Passage[]> {
  const hidden: Passage[] = []
  let cursor: string | null = null
  do {
    const page: Reply<'listPassages'> = await call('listPassages', {
      params: { document_id: documentId },
      query: { limit: 200, ...(cursor === null ? {} : { cursor }) },
    })
    hidden.push(...page.items.filter((passage) => passage.hidden))
    cursor = page.next_cursor
  } while (cursor !== null)
  return hidden
}
