import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { isReading, type Unit, useUnit } from '../asking.ts'
import { isUsable } from '../create/generation-settings.ts'
import { Steps } from '../create/Steps.tsx'
import { DocumentCard } from './DocumentCard.tsx'
import { foundText } from './found-text.ts'
import { typed } from './lists.ts'
import { UploadCard } from './UploadCard.tsx'
import type { UploadedFile } from './use-upload.ts'

/** Step 2: the lesson files of a unit and what was found in them. */
export function MaterialsPage({ unitId }: { unitId: string }): ReactElement {
  const unit = useUnit(unitId)
  const [refused, setRefused] = useState<readonly UploadedFile[]>([])
  const isPartial = ({ documents }: Unit) =>
    documents.some(({ status }) => status === 'ready') && documents.some(({ status }) => status === 'refused')
  return (
    <Page title={unit.data?.title ?? t('author.create')}>
      <Steps current={2} unitId={unitId} />
      <Stated
        shown={stateOf(unit, { partial: isPartial })}
        partial={() => <p>{t('author.some_files_refused')}</p>}
        onRetry={() => unit.refetch()}
      >
        {(data) => (
          <>
            <UploadCard unitId={unitId} onRefused={setRefused} />
            <RefusedFiles refused={refused} />
            <Documents unit={data} />
            <Typed unit={data} />
            <GoOn unit={data} />
          </>
        )}
      </Stated>
    </Page>
  )
}

/** Files that were refused at once, each with its own sentence. */
function RefusedFiles({ refused }: { refused: readonly UploadedFile[] }) {
  return refused.length === 0 ? null : (
    <div role="alert">
      <ul className="list-plain stack">
        {refused.map(({ filename, error }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <li key={index} className="note note-not-yet">
            <p className="label isolated">{filename}</p>
            <p>{error?.message ?? t('ui.failed')}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Documents({ unit }: { unit: Unit }) {
  if (unit.documents.length === 0) return <p className="note">{t('author.no_files_yet')}</p>
  return (
    <section className="stack">
      <h2>{t('author.files')}</h2>
      <ul className="list-plain">
        {unit.documents.map((document) => (
          <DocumentCard key={document.id} document={document} />
        ))}
      </ul>
    </section>
  )
}

/** What the teacher typed into the unit itself. */
function Typed({ unit }: { unit: Unit }) {
  const { objectives, vocabulary } = unit.materials
  const own = <T extends { document_id: string | null }>(list: readonly T[]) =>
    list.filter(({ document_id }) => document_id === null).length
  const found = foundText({ objectives: own(objectives), vocabulary: own(vocabulary) })
  return (
    <section className="card">
      <h2>{t('author.typed')}</h2>
      <p>{found ?? t('author.typed_about')}</p>
      <Link className="button" href={`/create/${unit.id}/materials/${typed}`}>
        {t('author.type_material')}
      </Link>
    </section>
  )
}

function GoOn({ unit }: { unit: Unit }) {
  const reading = unit.documents.filter(isReading).length
  if (reading > 0) return <p role="status">{t('author.still_reading', { n: reading })}</p>
  if (!isUsable(unit)) return null
  return (
    <div>
      <Link className="button button-main" data-main-action href={`/create/${unit.id}/settings`}>
        {t('author.to_settings')}
      </Link>
    </div>
  )
}
