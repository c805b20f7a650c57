import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo } from 'react'
import { call, type Reply } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { dateTime, t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { isWhole, readLocally } from '../local-question.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import type { Autosave, EditorView } from './autosave.ts'

type Version = Reply<'listQuestionVersions'>['versions'][number]

/** Every version of the question, newest first; an earlier one can be made the present one again. */
export function VersionsPanel({ autosave, view }: { autosave: Autosave; view: EditorView }): ReactElement {
  const { saved } = view
  const params = { question_id: saved.id }
  const versions = useQuery({
    queryKey: [...keys.versions(saved.id), saved.revision],
    queryFn: async () => (await call('listQuestionVersions', { params })).versions,
  })
  const restoring = useAct(async (version: number) => {
    await autosave.flush()
    const { revision } = autosave.getView().saved
    autosave.replace(await call('restoreQuestion', { params, body: { version } }, { revision }))
  })
  return (
    <div className="stack wide">
      {restoring.error !== null && <Refusal error={restoring.error} />}
      <Stated shown={stateOf(versions)} onRetry={() => versions.refetch()}>
        {(list) => (
          <ol className="list-plain stack" reversed>
            {list.map((version) => (
              <OneVersion
                key={version.version_id}
                version={version}
                busy={restoring.busy}
                onRestore={() => restoring.run(version.version)}
              />
            ))}
          </ol>
        )}
      </Stated>
    </div>
  )
}

function OneVersion({
  version,
  busy,
  onRestore,
}: {
  version: Version
  busy: boolean
  onRestore: () => void
}) {
  const { version: n, current, frozen, approved_at, changed_at, kind, question } = version
  const local = useMemo(() => readLocally(question), [question])
  return (
    <li className="card">
      <h2>{t('author.version_n', { n })}</h2>
      <p className="muted">
        {t('author.version_facts', {
          kind: kindName(kind),
          time: dateTime(changed_at),
          current: current ? 'yes' : 'no',
          approved: approved_at ? 'yes' : 'no',
          frozen: frozen ? 'yes' : 'no',
        })}
      </p>
      {isWhole(local) && (
        <>
          <Prose source={local.copy.stem} language={local.copy.language} />
          <p className="source-text">
            {t('author.right_answer')}: {local.key}
          </p>
        </>
      )}
      {!current && (
        <Button busy={busy} aria-label={t('author.use_version_named', { n })} onClick={onRestore}>
          {t('author.use_version')}
        </Button>
      )}
    </li>
  )
}
