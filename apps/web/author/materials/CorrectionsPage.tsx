import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call, isRefusal } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/Live.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading, Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { keys, useUnit } from '../asking.ts'
import { Steps } from '../create/Steps.tsx'
import { useKeptDraft } from '../keep-draft.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import {
  type Correctable,
  correctableDocument,
  correctableUnit,
  saveCorrections,
  theirRows,
} from './correctable.ts'
import { HiddenText } from './HiddenText.tsx'
import { changeBetween, firstIncomplete, type ListName, listNames, type Rows, typed } from './lists.ts'
import { MaterialRows } from './MaterialRows.tsx'

interface Draft {
  revision: number
  rows: Rows
  /** Ids of hidden passages to use; null while nothing was changed. */
  ticked: readonly string[] | null
}

/** Correcting what was found in a file, or what was typed into the unit. */
export default function CorrectionsPage({
  unitId,
  documentId,
}: {
  unitId: string
  documentId: string
}): ReactElement {
  return documentId === typed ? <OfUnit unitId={unitId} /> : <OfDocument unitId={unitId} id={documentId} />
}

function OfUnit({ unitId }: { unitId: string }) {
  const unit = useUnit(unitId)
  return (
    <Page title={t('author.typed')}>
      <Steps current={2} unitId={unitId} />
      <Stated shown={stateOf(unit)} onRetry={() => unit.refetch()}>
        {(data) => <Corrections unitId={unitId} thing={correctableUnit(data)} />}
      </Stated>
    </Page>
  )
}

function OfDocument({ unitId, id }: { unitId: string; id: string }) {
  const document = useQuery({
    queryKey: keys.document(id),
    queryFn: () => call('getDocument', { params: { document_id: id } }),
  })
  return (
    <Page title={document.data?.filename ?? t('author.correct_found')}>
      <Steps current={2} unitId={unitId} />
      <Stated shown={stateOf(document)} onRetry={() => document.refetch()}>
        {(data) => <Corrections unitId={unitId} thing={correctableDocument(data)} />}
      </Stated>
    </Page>
  )
}

function Corrections({ unitId, thing }: { unitId: string; thing: Correctable }) {
  const kept = useKeptDraft<Draft>(`corrections/${thing.id}`)
  if (kept.restored === undefined) return <Loading />
  return <Form unitId={unitId} thing={thing} kept={{ ...kept, restored: kept.restored }} />
}

function Form({
  unitId,
  thing,
  kept,
}: {
  unitId: string
  thing: Correctable
  kept: { restored: Draft | null; isKept: boolean; keep: (draft: Draft) => void; drop: () => void }
}) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const toast = useToast()
  const announce = useAnnounce()
  const [begun] = useState({ rows: thing.rows })
  const [draft, setDraft] = useState<Draft>(
    kept.restored ?? { revision: thing.revision, rows: thing.rows, ticked: null },
  )
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    kept.keep(next)
  }
  const saving = useAct(async (onRevision: number) => {
    const incomplete = firstIncomplete(draft.rows)
    if (incomplete) return announce(incompleteText(incomplete))
    await saveCorrections(thing, changeBetween(begun.rows, draft.rows), draft.ticked, onRevision)
    kept.drop()
    toast(t('author.corrections_saved'))
    await client.invalidateQueries({ queryKey: keys.unit(unitId) })
    void client.invalidateQueries({ queryKey: keys.document(thing.id) })
    navigate(`/create/${unitId}/materials`)
  })
  const incomplete = firstIncomplete(draft.rows)
  const tabs = thing.lists.map((list) => ({
    id: list,
    title: t('author.list_and_count', { list: t(`author.list_${list}`), n: draft.rows[list].length }),
    show: () => (
      <MaterialRows
        list={list}
        rows={draft.rows[list]}
        onChange={(rows) => change({ rows: { ...draft.rows, [list]: rows } })}
      />
    ),
  }))
  const hidden = {
    id: 'hidden',
    title: t('author.hidden_text'),
    show: () => (
      <HiddenText documentId={thing.id} ticked={draft.ticked} onTick={(ticked) => change({ ticked })} />
    ),
  }
  const [first, ...others] = tabs
  if (!first) return null
  return (
    <>
      <p>{t('author.corrections_about')}</p>
      <Tabs label={t('author.found')} tabs={[first, ...others, ...(thing.hasHidden ? [hidden] : [])]} />
      {incomplete && <p className="field-error">{incompleteText(incomplete)}</p>}
      {isRefusal(saving.error, 'edit_conflict') ? (
        <Conflict thing={thing} details={saving.error.details} onSave={saving.run} />
      ) : (
        saving.error !== null && <Refusal error={saving.error} />
      )}
      <div className="row">
        <Button look="main" busy={saving.busy} onClick={() => saving.run(draft.revision)}>
          {t('author.save_corrections')}
        </Button>
        <Link className="button" href={`/create/${unitId}/materials`}>
          {t('author.back_to_materials')}
        </Link>
        {kept.isKept && <p className="muted">{t('author.kept_until_saved')}</p>}
      </div>
    </>
  )
}

function incompleteText({ list, row, field }: NonNullable<ReturnType<typeof firstIncomplete>>): string {
  const name = `${t(`author.list_${list}`)} ${row + 1}`
  if (field === 'steps') return t('author.needs_two_steps', { name })
  return list === 'objectives' ? t('author.objective_too_short', { name }) : t('author.incomplete', { name })
}

/** Someone else corrected this meanwhile: both texts are shown, and nothing is lost. */
function Conflict({
  thing,
  details,
  onSave,
}: {
  thing: Correctable
  details: Record<string, unknown>
  onSave: (revision: number) => void
}) {
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
