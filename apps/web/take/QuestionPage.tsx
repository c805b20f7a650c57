import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/Live.tsx'
import { PageTitle } from '../ui/Page.tsx'
import { Prose } from '../ui/Prose.tsx'
import { t } from '../words/words.ts'
import { AnswerPart } from './AnswerPart.tsx'
import { isGiven, isSettled } from './attempt-state.ts'
import { Break } from './Break.tsx'
import { Checked } from './Checked.tsx'
import { checkAnswer, noteFor, showAnswer } from './help.ts'
import { Leave } from './Leave.tsx'
import { useMarkedByTeacher } from './players.ts'
import { QuestionList } from './QuestionList.tsx'
import { SaveLine } from './SaveLine.tsx'
import { Helped, Tools } from './Tools.tsx'
import { useSitting } from './use-sitting.tsx'

/** One question on a screen. */
export function QuestionPage({ position }: { position: number }): ReactElement {
  const { sitting, view } = useSitting()
  const { bundle, attempt } = view
  const count = bundle.questions.length
  const question = bundle.questions.find((each) => each.position === position)
  const state = view.questions.get(position)
  const [onBreak, setOnBreak] = useState(false)
  useShown(position, position === count)
  if (!question || !state) return <Redirect to={`/attempts/${attempt.attempt_id}/questions/1`} replace />
  if (view.finishWanted) return <Redirect to={`/attempts/${attempt.attempt_id}/finish`} replace />
  if (onBreak) return <Break onBack={() => setOnBreak(false)} />
  return (
    <>
      <nav className="skips" aria-label={t('take.skips')}>
        <a href="#question">{t('take.skip_to_question')}</a>
        <a href="#tools">{t('take.skip_to_tools')}</a>
        <a href="#questions">{t('take.skip_to_list')}</a>
      </nav>
      <header className="bar no-print">
        <span className="brand">{bundle.quiz_title}</span>
        <SaveLine line={view.save} />
        <Leave />
      </header>
      <main id="main" className="page question-page" onBlur={() => void sitting.flush()}>
        <div id="question" className="stack" tabIndex={-1}>
          <PageTitle>{t('take.question_of', { position, count })}</PageTitle>
          {position === count && <p className="muted">{t('take.last_question')}</p>}
          <div className="stem">
            <Prose source={question.stem} language={question.language} />
          </div>
          <AnswerPart question={question} state={state} />
          <Helped state={state} />
          <Checked state={state} />
          <Steps position={position} count={count} />
        </div>
        <aside className="stack">
          <Tools question={question} state={state} onBreak={() => setOnBreak(true)} />
          <QuestionList position={position} />
        </aside>
      </main>
    </>
  )
}

/** Notes that the question was shown, sends what was typed on the one before, and says that it is the last. */
function useShown(position: number, isLast: boolean) {
  const { sitting } = useSitting()
  const announce = useAnnounce()
  useEffect(() => {
    sitting.record({ type: 'question_shown', position, payload: {} })
    void sitting.flush()
    if (isLast) announce(t('take.last_question'))
  }, [sitting, position, isLast, announce])
}

/** The main action of the screen and its neighbours: check, go on, go back. */
function Steps({ position, count }: { position: number; count: number }) {
  const { sitting, view } = useSitting()
  const [, navigate] = useLocation()
  const [note, setNote] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const announce = useAnnounce()
  const alive = useAlive()
  const state = view.questions.get(position)
  const base = `/attempts/${view.attempt.attempt_id}`
  const question = view.bundle.questions.find((each) => each.position === position)
  const byTeacher = useMarkedByTeacher(question?.kind ?? '')
  const immediate = view.attempt.feedback_mode === 'immediate'
  const mayCheck = immediate && byTeacher === false && isGiven(state?.answer)
  const asksCheck = mayCheck && state !== undefined && state.check === null && !isSettled(state)
  const ask = async (act: typeof checkAnswer) => {
    setBusy(true)
    const asked = await act(sitting, position)
    if (!alive.current) return
    setBusy(false)
    const text = noteFor(asked, t('take.check_waits'))
    setNote(text)
    if (text) announce(text)
  }
  const next = position < count ? `${base}/questions/${position + 1}` : `${base}/finish`
  return (
    <div className="stack">
      {immediate && byTeacher && <p className="muted">{t('take.teacher_marks')}</p>}
      {note && <p className="note note-not-yet">{note}</p>}
      <div className="row">
        {position > 1 && (
          <Button onClick={() => navigate(`${base}/questions/${position - 1}`)}>{t('take.previous')}</Button>
        )}
        {asksCheck && (
          <Button look="main" busy={busy} onClick={() => ask(checkAnswer)}>
            {t('take.check')}
          </Button>
        )}
        <Button look={asksCheck ? 'plain' : 'main'} onClick={() => navigate(next)}>
          {position < count ? t('take.next') : t('take.to_finish')}
        </Button>
        {state?.check && !isSettled(state) && (
          <Button look="quiet" busy={busy} onClick={() => ask(showAnswer)}>
            {t('take.show_answer')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useAlive() {
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  return alive
}
