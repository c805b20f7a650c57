import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { ImportRows } from './ImportRows.tsx'
import { Problems } from './Problems.tsx'
import type { PastedList } from './pasted-list.ts'

type Import = Reply<'showRosterImport'>
const askAgainMs = 500

/** The second step: what the list would change, or which rows must be mended first. */
export function ImportPreview({
  importId,
  text,
  list,
  onApplied,
  onBack,
}: {
  importId: string
  text: string
  list: PastedList | null
  onApplied: (reply: Reply<'applyRosterImport'>) => Promise<void>
  onBack: () => void
}): ReactElement {
  const read = useQuery({
    queryKey: ['roster import', importId],
    queryFn: () => call('showRosterImport', { params: { import_id: importId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? askAgainMs : false),
  })
  const { busy, error, act } = useActing()
  const apply = () =>
    act(async () => onApplied(await call('applyRosterImport', { params: { import_id: importId } })))
  return (
    <Stated shown={stateOf(read)} onRetry={() => read.refetch()}>
      {(data) => (
        <section className="stack">
          <h2>{t('admin.preview')}</h2>
          <Counts counts={data.counts} />
          {data.problems.length > 0 ? (
            <Problems problems={data.problems} text={text} list={list} />
          ) : (
            <ImportRows importId={importId} />
          )}
          <ErrorLine text={error} />
          <div className="row">
            {mayApply(data) && (
              <Button look="main" busy={busy} onClick={apply}>
                {t('admin.apply', { n: data.counts.added + data.counts.changed })}
              </Button>
            )}
            <Button onClick={onBack}>{t('admin.change_list')}</Button>
          </div>
          {data.state === 'reading' && <p role="status">{t('admin.reading')}</p>}
          {data.state === 'expired' && <p>{t('admin.import_expired')}</p>}
          {data.state === 'applied' && <p>{t('admin.import_applied')}</p>}
        </section>
      )}
    </Stated>
  )
}

const mayApply = ({ state, counts, problems }: Import) =>
  state === 'ready' && problems.length === 0 && counts.added + counts.changed > 0

function Counts({ counts }: { counts: Import['counts'] }) {
  const { rows, added, changed, unchanged, problems, new_classes, ignored_columns } = counts
  return (
    <>
      <p role="status">
        {t('admin.counts', { rows, added, changed, unchanged })}{' '}
        {problems > 0 && t('admin.counts_problems', { n: problems })}
      </p>
      {new_classes.length > 0 && <p>{t('admin.new_classes', { names: new_classes.join(', ') })}</p>}
      {ignored_columns.length > 0 && (
        <p className="note">{t('admin.ignored_columns', { names: ignored_columns.join(', ') })}</p>
      )}
    </>
  )
}
