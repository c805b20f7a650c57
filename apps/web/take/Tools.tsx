import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/Live.tsx'
import { t } from '../words/words.ts'
import { Playing } from './AnswerPart.tsx'
import type { BundleQuestion, QuestionState } from './attempt-state.ts'
import { type Asked, noteFor, showHint, showScaffold } from './help.ts'
import type { Sitting } from './sitting.ts'
import { useSitting } from './use-sitting.tsx'

/** The tools of a question. Ctrl+. (⌘ on macOS) opens them and closes them. */
export function Tools({
  question,
  state,
  onBreak,
}: {
  question: BundleQuestion
  state: QuestionState
  onBreak: () => void
}): ReactElement {
  const { sitting, view } = useSitting()
  const tools = useRef<HTMLDetailsElement>(null)
  const [note, setNote] = useState<string | null>(null)
  const announce = useAnnounce()
  useToolsKey(tools)
  const { position } = question
  const allowed = view.attempt.allow_hints
  const ask = async (act: (sitting: Sitting, position: number) => Promise<Asked>) => {
    const asked = await act(sitting, position)
    const text = noteFor(asked, t('take.help_waits'))
    setNote(text)
    if (text) announce(text)
  }
  const toggleFlag = () => {
    sitting.flag(position, !state.flagged)
    announce(state.flagged ? t('take.mark_removed') : t('take.marked'))
  }
  const takeBreak = () => {
    sitting.record({ type: 'break_started', position, payload: {} })
    void sitting.flush()
    onBreak()
  }
  return (
    <details id="tools" ref={tools} className="disclosure card">
      <summary>{t('take.tools')}</summary>
      <div className="stack">
        {allowed && question.hint_available && !state.hint && (
          <Button onClick={() => ask(showHint)}>{t('take.show_hint')}</Button>
        )}
        {allowed && question.scaffold_available && !state.scaffold && (
          <Button onClick={() => ask(showScaffold)}>{t('take.show_scaffold')}</Button>
        )}
        <Button aria-pressed={state.flagged} onClick={toggleFlag}>
          {state.flagged ? t('take.unmark') : t('take.mark')}
        </Button>
        <Button onClick={takeBreak}>{t('take.break')}</Button>
        {note && <p className="note note-not-yet">{note}</p>}
      </div>
    </details>
  )
}

function useToolsKey(tools: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const element = tools.current
      if (event.key !== '.' || !(event.ctrlKey || event.metaKey) || !element) return
      event.preventDefault()
      element.open = !element.open
      element.querySelector<HTMLElement>(element.open ? 'button' : 'summary')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [tools])
}

/** The hint and the guided version, once they were asked for. */
export function Helped({ state }: { state: QuestionState }): ReactElement {
  const { view } = useSitting()
  const question = view.bundle.questions.find(({ position }) => position === state.position)
  const [practice, setPractice] = useState<unknown>(null)
  const { hint, scaffold } = state
  return (
    <div role="status" className="stack wide">
      {hint && (
        <section className="note stack">
          <h2 className="label">{t('take.hint')}</h2>
          <p>{hint}</p>
        </section>
      )}
      {scaffold && (
        <section className="note stack">
          <h2 className="label">{t('take.scaffold')}</h2>
          <p>{scaffold.text}</p>
          {scaffold.practice && question && (
            <>
              <p>{t('take.practice')}</p>
              <Playing
                question={{ ...question, ...scaffold.practice }}
                answer={practice}
                readOnly={false}
                onAnswer={setPractice}
              />
            </>
          )}
        </section>
      )}
    </div>
  )
}
