import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call, isRefusal } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useIsNarrow } from '../../ui/narrow.ts'
import { t } from '../../words/words.ts'
import { type AuthorQuestion, keys, type Quiz, useQuizChanged } from '../asking.ts'
import { PublishPart } from '../publish/PublishPart.tsx'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { ApproveAll } from './ApproveAll.tsx'
import { PreviewButton } from './PreviewButton.tsx'
import { QuestionOrder } from './QuestionOrder.tsx'
import { QuestionPane } from './QuestionPane.tsx'
import { QuizChecks } from './QuizChecks.tsx'
import { QuizDetails } from './QuizDetails.tsx'
import { RejectedQuestions } from './RejectedQuestions.tsx'
import { nextWaiting, questionToShow } from './review-order.ts'
import { SourcePane } from './SourcePane.tsx'
import { useOpened } from './use-opened.ts'

/** The list of questions, the one under review, and its source, side by side where there is room. */
export function ReviewDesk({ quiz, wanted }: { quiz: Quiz; wanted: string | null }): ReactElement {
  const { role } = useMe()
  const isNarrow = useIsNarrow()
  const [, navigate] = useLocation()
  const changed = useQuizChanged(quiz.id)
  const question = questionToShow(quiz.questions, wanted)
  const opened = useOpened(quiz.id, question?.id ?? null)
  const { moving, shownOrder } = useReordering(quiz)
  const waiting = quiz.questions.filter(({ review_state }) => review_state !== 'approved').length
  const focusNext = useFocusOnHeading(question)
  const goOn = () => {
    focusNext()
    const next = question && nextWaiting(quiz.questions, question.id)
    if (next) navigate(`/quizzes/${quiz.id}/review/${next.id}`)
  }
  return (
    <>
      <div className="row">
        <p className="label">{t('author.quiz_status', { status: quiz.status })}</p>
        <p>{t('author.waiting_n', { n: waiting, all: quiz.questions.length })}</p>
        <PreviewButton quizId={quiz.id} />
        {role === 'teacher' && (
          <PublishPart quiz={quiz} isNext={waiting === 0 && quiz.questions.length > 0} />
        )}
      </div>
      <div className="desk">
        <aside className="stack sticky" aria-label={t('author.questions_n', { n: quiz.questions.length })}>
          <ApproveAll quiz={quiz} opened={opened} onChanged={changed} />
          <Disclosure summary={t('author.questions_n', { n: quiz.questions.length })} open={!isNarrow}>
            <QuestionOrder
              quizId={quiz.id}
              questions={shownOrder}
              current={question?.id ?? null}
              opened={opened}
              onMove={(ids) => moving.run(ids)}
              // Where the question stands far below the list, the focus goes with it.
              onOpen={() => isNarrow && focusNext()}
            />
          </Disclosure>
          {moving.error !== null && <OrderRefused error={moving.error} />}
          <AddQuestion quiz={quiz} />
          <QuizDetails quiz={quiz} />
          <RejectedQuestions rejected={quiz.rejected} onChanged={changed} />
          <QuizChecks quiz={quiz} />
        </aside>
        {question && (
          <>
            <QuestionPane
              key={question.version_id}
              question={question}
              count={quiz.questions.length}
              isPublished={quiz.status === 'published'}
              onChanged={changed}
              onApproved={goOn}
            />
            <SourcePane sources={question.sources} />
          </>
        )}
      </div>
    </>
  )
}

/** After an act that takes its button away the focus stands on the heading of the question shown then. */
function useFocusOnHeading(question: AuthorQuestion | null): () => void {
  const wanted = useRef(false)
  const shown = question && `${question.id} ${question.review_state}`
  useEffect(() => {
    if (!wanted.current || shown === null) return
    wanted.current = false
    document.querySelector<HTMLElement>('.review-question > h2')?.focus()
  }, [shown])
  return () => {
    wanted.current = true
  }
}

function OrderRefused({ error }: { error: unknown }) {
  return isRefusal(error, 'edit_conflict') ? (
    <p className="note note-not-yet" role="alert">
      {t('author.order_changed_meanwhile')}
    </p>
  ) : (
    <Refusal error={error} />
  )
}

/** A new order shows at once; when the server refuses it, the present one is asked for again. */
function useReordering(quiz: Quiz) {
  const client = useQueryClient()
  const changed = useQuizChanged(quiz.id)
  const [wish, setWish] = useState<readonly string[] | null>(null)
  const moving = useAct(async (question_order: string[]) => {
    setWish(question_order)
    try {
      const moved = await call(
        'reorderQuestions',
        { params: { quiz_id: quiz.id }, body: { question_order } },
        { revision: quiz.revision },
      )
      client.setQueryData(keys.quiz(quiz.id), moved)
      void client.invalidateQueries({ queryKey: keys.gate(quiz.id) })
    } catch (error) {
      await changed()
      throw error
    } finally {
      setWish(null)
    }
  })
  const shownOrder = wish
    ? quiz.questions.toSorted((a, b) => wish.indexOf(a.id) - wish.indexOf(b.id))
    : quiz.questions
  return { moving, shownOrder }
}
