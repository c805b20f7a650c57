import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { isRefusal } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Stated.tsx'
import { type Tab, Tabs } from '../../ui/Tabs.tsx'
import { t } from '../../words/words.ts'
import { isOpened, type KeptDraft, useKeptDraft } from '../keep-draft.ts'
import { Refusal } from '../Refusal.tsx'
import { CorrectionsConflict } from './CorrectionsConflict.tsx'
import type { Correctable } from './correctable.ts'
import { HiddenText } from './HiddenText.tsx'
import { incompleteText } from './incomplete-text.ts'
import { firstIncomplete, type ListName } from './lists.ts'
import { MaterialRows } from './MaterialRows.tsx'
import { type CorrectionsDraft, useCorrections } from './use-corrections.ts'

interface Props {
  unitId: string
  thing: Correctable
}

/** The lists of material, each on its tab, with what was typed before a reload. */
export function CorrectionsForm({ unitId, thing }: Props): ReactElement {
  const kept = useKeptDraft<CorrectionsDraft>(`corrections/${thing.id}`)
  return isOpened(kept) ? <Form unitId={unitId} thing={thing} kept={kept} /> : <Loading />
}

function Form({ unitId, thing, kept }: Props & { kept: KeptDraft<CorrectionsDraft> }) {
  const { draft, change, saving } = useCorrections(unitId, thing, kept)
  const incomplete = firstIncomplete(draft.rows)
  return (
    <>
      <p>{t('author.corrections_about')}</p>
      <Lists thing={thing} draft={draft} onChange={change} />
      {incomplete && <p className="field-error">{incompleteText(incomplete)}</p>}
      {isRefusal(saving.error, 'edit_conflict') ? (
        <CorrectionsConflict thing={thing} details={saving.error.details} onSave={saving.run} />
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

function Lists({
  thing,
  draft,
  onChange,
}: {
  thing: Correctable
  draft: CorrectionsDraft
  onChange: (part: Partial<CorrectionsDraft>) => void
}) {
  const tabOf = (list: ListName): Tab => ({
    id: list,
    title: t('author.list_and_count', { list: t(`author.list_${list}`), n: draft.rows[list].length }),
    show: () => (
      <MaterialRows
        list={list}
        rows={draft.rows[list]}
        onChange={(rows) => onChange({ rows: { ...draft.rows, [list]: rows } })}
      />
    ),
  })
  const hidden: Tab = {
    id: 'hidden',
    title: t('author.hidden_text'),
    show: () => (
      <HiddenText documentId={thing.id} ticked={draft.ticked} onTick={(ticked) => onChange({ ticked })} />
    ),
  }
  const [first, ...others] = thing.lists
  return (
    <Tabs
      label={t('author.found')}
      tabs={[tabOf(first), ...others.map(tabOf), ...(thing.hasHidden ? [hidden] : [])]}
    />
  )
}
