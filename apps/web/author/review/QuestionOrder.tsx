import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { Link } from 'wouter'
import { moveAt } from '../../questions/editing/list-edits.ts'
import { OwnMoves } from '../../ui/Live.tsx'
import { t } from '../../words/words.ts'
import type { AuthorQuestion } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { type Held, heldAfter } from './held-after.ts'
import { errorsOf, openWarningsOf } from './review-order.ts'
import { stemStart } from './stem-start.ts'

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
  const [held, setHeld] = useState<Held | null>(null)
  const [spoken, setSpoken] = useState('')
  const dragged = useRef<string | null>(null)
  const shown = held ? moveAt(questions, held.from, held.at) : questions
  const drop = (from: number, at: number) => {
    if (from !== at) onMove(moveAt(questions, from, at).map(({ id }) => id))
  }
  const press = (event: KeyboardEvent, id: string, at: number) => {
    const next = heldAfter(event.key, held, { id, at }, questions.length)
    if (next === undefined) return
    event.preventDefault()
    const place = (next ?? held)?.at ?? at
    if (next === null && held && event.key !== 'Escape') drop(held.from, held.at)
    setSpoken(wordsFor(event.key, held, next, place + 1, questions.length))
    setHeld(next)
  }
  return (
    <>
      <ol className="list-plain order-list">
        {shown.map((question, at) => (
          <li
            key={question.id}
            className="order-item"
            draggable
            data-held={held?.id === question.id || undefined}
            onDragStart={() => {
              dragged.current = question.id
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              const from = questions.findIndex(({ id }) => id === dragged.current)
              if (from >= 0) drop(from, at)
            }}
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
              aria-pressed={held?.id === question.id}
              onKeyDown={(event) => press(event, question.id, at)}
              onBlur={() => setHeld(null)}
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

function wordsFor(key: string, before: Held | null, next: Held | null, place: number, n: number): string {
  if (next && !before) return t('author.picked_up', { place, n })
  if (next) return t('author.now_place', { place, n })
  if (key === 'Escape') return t('author.put_back', { place: (before?.from ?? 0) + 1 })
  return t('author.dropped', { place, n })
}
