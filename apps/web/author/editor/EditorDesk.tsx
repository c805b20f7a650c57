import type { QuestionInput } from '@waymark/questions/kinds.ts'
import { type ReactElement, useCallback, useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../../api.ts'
import { EditingProvider } from '../../questions/editing/editing.tsx'
import { focusPointer } from '../../questions/editing/focus-pointer.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { kindName } from '../kind-name.ts'
import { readLocally } from '../local-question.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import type { Autosave } from './autosave.ts'
import { ConflictPart } from './ConflictPart.tsx'
import { findingsNow } from './findings-now.ts'
import { KindPart } from './KindPart.tsx'
import { QuestionFields, StemField } from './QuestionFields.tsx'
import { SaveState } from './SaveState.tsx'
import { SidePanels } from './SidePanels.tsx'
import { useEditorView } from './use-autosave.ts'

/** The fields of a question on one side, what comes of them on the other. */
export function EditorDesk({ autosave, quizId }: { autosave: Autosave; quizId: string }): ReactElement {
  const view = useEditorView(autosave)
  const { draft, saved, line } = view
  const search = new URLSearchParams(useSearch())
  const question = draft.question as unknown as QuestionInput
  const findings = useMemo(() => findingsNow(view), [view])
  const readTurn = useCallback((turn: number) => readLocally(draft.question, turn), [draft.question])
  const change = (part: Partial<QuestionInput>) =>
    autosave.change({ question: { ...draft.question, ...part } })
  const at = search.get('at')
  const goToField = useCallback(() => void (at && focusPointer(at)), [at])
  const language = question.language ?? 'en-GB'
  const preset = question.preset ?? null
  return (
    <>
      <Head autosave={autosave} quizId={quizId} />
      <ConflictPart autosave={autosave} view={view} />
      <div className="desk editor-desk">
        <section className="stack" aria-label={t('author.edit_question')}>
          <p>{t('author.kind_is', { kind: kindName(question.kind, preset) })}</p>
          <EditingProvider value={{ findings, base: '', language }}>
            <StemField question={question} onChange={change} />
          </EditingProvider>
          <EditingProvider value={{ findings, base: '/content', language }}>
            <KindPart
              key={saved.version_id}
              kind={question.kind}
              content={question.content}
              preset={preset}
              onChange={(content) => change({ content })}
              onReady={goToField}
            />
          </EditingProvider>
          <EditingProvider value={{ findings, base: '', language }}>
            <QuestionFields question={question} unitId={saved.unit_id} onChange={change} />
          </EditingProvider>
        </section>
        <aside className="stack sticky" aria-label={t('author.beside')}>
          <SidePanels
            autosave={autosave}
            view={view}
            findings={findings}
            readTurn={readTurn}
            openFirst={line.says === 'incomplete' ? 'checks' : search.get('panel')}
          />
        </aside>
      </div>
    </>
  )
}

/** Where the text is, and what to do with the question when it is right. */
function Head({ autosave, quizId }: { autosave: Autosave; quizId: string }) {
  const { saved, line, theirs } = useEditorView(autosave)
  const [, navigate] = useLocation()
  const toast = useToast()
  const review = `/quizzes/${quizId}/review/${saved.id}`
  const approving = useAct(async () => {
    await autosave.flush()
    const { line: after, saved: present } = autosave.getView()
    if (after.says !== 'saved') return
    const params = { question_id: present.id }
    autosave.adopt(await call('approveQuestion', { params }, { revision: present.revision }))
    toast(t('author.approved_n', { n: present.position ?? 0 }))
    navigate(review)
  })
  const mayApprove = saved.review_state === 'generated' || saved.review_state === 'edited'
  return (
    <div className="stack wide">
      <div className="row">
        {theirs === null && (mayApprove || autosave.hasUnsaved) && (
          <Button look="main" busy={approving.busy} onClick={() => approving.run()}>
            {t('author.approve')}
          </Button>
        )}
        <Link className="button" href={review}>
          {t('author.back_to_review')}
        </Link>
        <SaveState line={line} onRetry={() => void autosave.flush()} />
      </div>
      {saved.frozen && <p className="note">{t('author.frozen')}</p>}
      {approving.error !== null && <Refusal error={approving.error} />}
    </div>
  )
}
