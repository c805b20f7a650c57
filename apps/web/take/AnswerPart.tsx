import { type ReactElement, Suspense, useState } from 'react'
import type { Verdict } from '../questions/player.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { OwnMoves } from '../ui/Live.tsx'
import { useReading } from '../ui/ReadingSettings.tsx'
import { Loading } from '../ui/Stated.tsx'
import { t } from '../words/words.ts'
import { type BundleQuestion, isSettled, type QuestionState } from './attempt-state.ts'
import { playerOf } from './players.ts'
import { useSitting } from './use-sitting.tsx'

/** The part of a question that takes the answer: its kind's player. */
export function AnswerPart({
  question,
  state,
}: {
  question: BundleQuestion
  state: QuestionState
}): ReactElement {
  const { sitting } = useSitting()
  const { reading } = useReading()
  const [asked, setAsked] = useState(false)
  if (reading.hideOptions && !asked)
    return <Button onClick={() => setAsked(true)}>{t('take.show_options')}</Button>
  return (
    <div className="stack wide">
      <Playing
        question={question}
        answer={state.answer}
        readOnly={!sitting.mayWrite || isSettled(state)}
        {...(state.check && { verdict: state.check.verdict })}
        onAnswer={(answer, typed = false) => sitting.answer(question.position, answer, typed)}
      />
      <Conflict question={question} state={state} />
    </div>
  )
}

/** A player with its place for spoken moves. */
export function Playing({
  question,
  ...rest
}: {
  question: Omit<BundleQuestion, 'position' | 'question_version_id'>
  answer: unknown
  readOnly: boolean
  verdict?: Verdict
  onAnswer: (answer: unknown, typed?: boolean) => void
}): ReactElement {
  const [spoken, setSpoken] = useState('')
  const Player = playerOf(question.kind)
  if (!Player) return <p className="note note-not-yet">{t('take.unknown_kind')}</p>
  return (
    <Suspense fallback={<Loading />}>
      <Player question={{ ...question, content: question.content ?? {} }} announce={setSpoken} {...rest} />
      <OwnMoves text={spoken} />
    </Suspense>
  )
}

/** Two devices gave two answers: the student sees both and picks. */
function Conflict({ question, state }: { question: BundleQuestion; state: QuestionState }) {
  const { sitting } = useSitting()
  if (!state.conflict) return null
  const { answer, device_label } = state.conflict
  const pick = (picked: unknown) => sitting.answer(question.position, picked, false)
  return (
    <section className="note stack">
      <p>{t('take.conflict', { device: device_label || t('take.unnamed_device') })}</p>
      <Disclosure summary={t('take.conflict_other')} open>
        <Playing question={question} answer={answer} readOnly onAnswer={() => {}} />
      </Disclosure>
      <div className="row">
        <Button onClick={() => pick(state.answer)}>{t('take.conflict_keep')}</Button>
        <Button onClick={() => pick(answer)}>{t('take.conflict_use_other')}</Button>
      </div>
    </section>
  )
}
