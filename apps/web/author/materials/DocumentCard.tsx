import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { type DocumentSummary, isReading, keys } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { foundText } from './found-text.ts'

/** One lesson file: how far it is, what was found in it, or why it cannot be used. */
export function DocumentCard({ document }: { document: DocumentSummary }): ReactElement {
  const { id, unit_id, filename, status, error } = document
  const client = useQueryClient()
  const toast = useToast()
  const removing = useAct(async () => {
    await call('deleteDocument', { params: { document_id: id } })
    toast(t('author.file_removed', { name: filename }))
    await client.invalidateQueries({ queryKey: keys.unit(unit_id) })
  })
  return (
    <li className="card">
      <h3 className="isolated">{filename}</h3>
      <p role="status" aria-live="off" className={isReading(document) ? 'busy-line' : undefined}>
        {t('author.document_status', { status })}
      </p>
      {error && <p className="note note-not-yet">{error.message}</p>}
      {status === 'ready' && <Found document={document} />}
      {removing.error !== null && <Refusal error={removing.error} />}
      <div className="row">
        {status === 'ready' && (
          <Link
            className="button"
            href={`/create/${unit_id}/materials/${id}`}
            aria-label={t('author.correct_named', { name: filename })}
          >
            {t('author.correct_found')}
          </Link>
        )}
        {!isReading(document) && (
          <Button
            look="quiet"
            busy={removing.busy}
            aria-label={t('author.remove_named', { name: filename })}
            onClick={() => removing.run()}
          >
            {t('author.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Found({ document }: { document: DocumentSummary }) {
  const { counts, notices, beginning } = document
  const hidden = counts.hidden ?? 0
  return (
    <>
      <p>{foundText(counts) ?? t('author.found_nothing')}</p>
      {hidden > 0 && <p>{t('author.found_hidden', { n: hidden })}</p>}
      {notices.length > 0 && (
        <ul>
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {beginning && (
        <Disclosure summary={t('author.beginning')}>
          <p className="source-text">{beginning}</p>
        </Disclosure>
      )}
    </>
  )
}
