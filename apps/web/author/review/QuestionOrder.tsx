import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { OwnMoves } from '../../ui/Live.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { errorsOf, openWarningsOf } from './review-order.ts'
import { stemStart } from './stem-start.ts'
import { useMoving } from './use-moving.ts'

/**
 * The questions of a quiz in their order, each a link. A question is moved by its handle: Space picks it up,
 * arrows move it, Space drops it, Esc puts it back; dragging does the same. Each move is spoken.
 */
export function QuestionOrder({
  quizId,
  questions,
  current,
  opened,
  onMove,
  onOpen,
}: {
  quizId: string
  questions: readonly AuthorQuestion[]
  current: string | null
  opened: readonly string[]
  onMove: (ids: string[]) => void
  onOpen: () => void
}): ReactElement {
  const { shown, heldId, spoken, handleProps, dragProps } = useMoving(questions, onMove)
  return (
    <>
      <ol className="list-plain order-list">
        {shown.map((question, at) => (
          <li
            key={question.id}
            className="order-item"
            data-held={heldId === question.id || undefined}
            {...dragProps(question.id, at)}
          >
            <Link
              href={`/quizzes/${quizId}/review/${question.id}`}
              className="list-link order-link"
              onClick={onOpen}
              aria-current={question.id === current ? 'true' : undefined}
            >
              <span className="order-stem">
                <span className="order-place">{at + 1}</span> {stemStart(question)}
              </span>
              <State question={question} opened={opened.includes(question.id)} />
            </Link>
            <button
              type="button"
              className="button button-quiet order-handle"
              aria-label={t('author.move_question', { n: at + 1 })}
              {...handleProps(question.id, at)}
            >
              <span aria-hidden="true">↕</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="muted">{t('author.move_help')}</p>
      <OwnMoves text={spoken} />
    </>
  )
}

function State({ question, opened }: { question: AuthorQuestion; opened: boolean }) {
  const errors = errorsOf(question).length
  const warnings = openWarningsOf(question).length
  return (
    <span className="muted order-state">
      {kindName(question.kind, presetOf(question))}
      {' · '}
      {t('author.review_state', { state: question.review_state })}
      {errors > 0 && <> · {t('author.errors_n', { n: errors })}</>}
      {warnings > 0 && <> · {t('author.warnings_n', { n: warnings })}</>}
      {!opened && question.review_state !== 'approved' && <> · {t('author.not_opened')}</>}
    </span>
  )
}

const presetOf = ({ question }: AuthorQuestion) =>
  typeof question.preset === 'string' ? question.preset : null
