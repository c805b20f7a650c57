import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { type Correctable, theirRows } from './correctable.ts'
import { type ListName, listNames, type Rows } from './lists.ts'

/** Someone else corrected this meanwhile: both texts are shown, and nothing is lost. */
export function CorrectionsConflict({
  thing,
  details,
  onSave,
}: {
  thing: Correctable
  details: Record<string, unknown>
  onSave: (revision: number) => void
}): ReactElement {
  const rows = theirRows(thing.kind, details.theirs)
  return (
    <div className="note note-not-yet stack" role="alert">
      <p>{t('author.conflict_corrections')}</p>
      {rows && <TheirRows rows={rows} />}
      <Button onClick={() => onSave(Number(details.revision))}>{t('author.save_mine_over')}</Button>
    </div>
  )
}

function TheirRows({ rows }: { rows: Rows }) {
  const lists = listNames.filter((list: ListName) => rows[list].length > 0)
  return (
    <details className="disclosure">
      <summary>{t('author.show_theirs')}</summary>
      {lists.map((list) => (
        <section key={list} className="stack">
          <h3>{t(`author.list_${list}`)}</h3>
          <ul>
            {rows[list].map(({ id, fields }) => (
              <li key={id}>{Object.values(fields).filter(Boolean).join(': ')}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
