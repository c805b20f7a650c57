import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call } from '../../api.ts'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { keys, useUnit } from '../asking.ts'
import { Steps } from '../create/Steps.tsx'
import { CorrectionsForm } from './CorrectionsForm.tsx'
import { correctableDocument, correctableUnit } from './correctable.ts'
import { typed } from './lists.ts'

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
        {(data) => <CorrectionsForm unitId={unitId} thing={correctableUnit(data)} />}
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
        {(data) => <CorrectionsForm unitId={unitId} thing={correctableDocument(data)} />}
      </Stated>
    </Page>
  )
}
