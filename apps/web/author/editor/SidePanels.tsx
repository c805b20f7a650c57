import { type ReactElement, useState } from 'react'
import { call } from '../../api.ts'
import { focusPointer } from '../../questions/editing/focus-pointer.ts'
import { Button } from '../../ui/Button.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { percent, t } from '../../words/words.ts'
import type { Finding } from '../asking.ts'
import { Findings } from '../Findings.tsx'
import { isWhole, type LocalQuestion, type ReadLocally } from '../local-question.ts'
import { pointerName } from '../pointer-name.ts'
import { TryIt } from '../TryIt.tsx'
import type { Autosave, EditorView } from './autosave.ts'
import { TestsPanel } from './TestsPanel.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'

interface Props {
  autosave: Autosave
  view: EditorView
  findings: readonly Finding[]
  /** The question as typed, with the turn of its shuffled lists. */
  readTurn: (turn: number) => ReadLocally
  openFirst: string | null
}

/** Beside the fields: what a student sees, what the checks say, the stored tests, the versions. */
export function SidePanels({ autosave, view, findings, readTurn, openFirst }: Props): ReactElement {
  const [turn, setTurn] = useState(0)
  const local = readTurn(turn)
  const errors = findings.filter(({ level }) => level === 'error').length
  const tests = view.draft.question_tests
  const whole = (show: (one: LocalQuestion) => ReactElement) =>
    isWhole(local) ? show(local) : <p className="note note-not-yet">{t('author.preview_waits')}</p>
  return (
    <Tabs
      label={t('author.beside')}
      openFirst={openFirst}
      tabs={[
        {
          id: 'preview',
          title: t('author.student_view'),
          show: () =>
            whole((one) => <Preview local={one} turn={turn} setTurn={setTurn} autosave={autosave} />),
        },
        {
          id: 'checks',
          title: t('author.checks_n', { n: errors }),
          show: () => <Checks autosave={autosave} view={view} findings={findings} />,
        },
        {
          id: 'tests',
          title: t('author.tests_n', { n: tests.length }),
          show: () =>
            whole(({ question }) => (
              <TestsPanel
                question={question}
                tests={tests}
                onChange={(question_tests) => autosave.change({ question_tests })}
              />
            )),
        },
        {
          id: 'versions',
          title: t('author.versions_n', { n: view.saved.latest_version }),
          show: () => <VersionsPanel autosave={autosave} view={view} />,
        },
      ]}
    />
  )
}

function Preview({
  local,
  turn,
  setTurn,
  autosave,
}: {
  local: LocalQuestion
  turn: number
  setTurn: (turn: number) => void
  autosave: Autosave
}) {
  const toast = useToast()
  const keep = (answer: unknown, fraction: number) => {
    const { question_tests } = autosave.getView().draft
    autosave.change({ question_tests: [...question_tests, { answer, fraction }] })
    toast(t('author.test_kept', { share: percent(fraction) }))
  }
  return (
    <div className="stack wide">
      <TryIt
        key={JSON.stringify([turn, local.copy.content])}
        local={local}
        after={(answer, share) => (
          <Button onClick={() => keep(answer, share)}>{t('author.keep_as_test')}</Button>
        )}
      />
      {hasLists(local.copy.content) && (
        <Button look="quiet" onClick={() => setTurn(turn + 1)}>
          {t('author.another_order')}
        </Button>
      )}
    </div>
  )
}

/** Whether students may meet the parts of a content in different orders. */
function hasLists(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return false
  return Object.values(content).some((list) => Array.isArray(list) && list.length > 1)
}

function Checks({ autosave, view, findings }: Pick<Props, 'autosave' | 'view' | 'findings'>) {
  const params = { question_id: view.saved.id }
  const dismiss = async ({ code, pointer }: Finding, reason: string) => {
    autosave.adopt(await call('dismissQuestionWarning', { params, body: { code, pointer, reason } }))
  }
  return (
    <Findings
      findings={findings}
      place={({ pointer }) => (
        <Button look="quiet" onClick={() => focusPointer(pointer)}>
          {t('author.go_to_field', { field: pointerName(pointer) })}
        </Button>
      )}
      {...(view.line.says === 'saved' && { onDismiss: dismiss })}
    />
  )
}
