import { type ReactElement, useMemo } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { number, t } from '../../words/words.ts'
import type { AuthorQuestion, Finding } from '../asking.ts'
import { Findings } from '../Findings.tsx'
import { kindName } from '../kind-name.ts'
import { isWhole, readLocally } from '../local-question.ts'
import { pointerName } from '../pointer-name.ts'
import { TryIt } from '../TryIt.tsx'
import { levelOf } from './level-of.ts'
import { ReviewActs } from './ReviewActs.tsx'

/** One question under review: as a student sees it, its key and feedback, what stands against it, and the acts. */
export function QuestionPane({
  question,
  count,
  isPublished,
  onChanged,
  onApproved,
}: {
  question: AuthorQuestion
  count: number
  isPublished: boolean
  onChanged: () => Promise<void>
  onApproved: () => void
}): ReactElement {
  const { id, quiz_id, position, kind, review_state, question: body, findings } = question
  const dismiss = async ({ code, pointer }: Finding, reason: string) => {
    await call('dismissQuestionWarning', { params: { question_id: id }, body: { code, pointer, reason } })
    await onChanged()
  }
  const place = ({ pointer }: Finding) => (
    <Link
      className="button button-quiet"
      href={`/quizzes/${quiz_id}/questions/${id}?at=${encodeURIComponent(pointer)}`}
    >
      {t('author.go_to_field', { field: pointerName(pointer) })}
    </Link>
  )
  return (
    <section className="stack review-question" aria-labelledby={`question-${id}`}>
      <h2 id={`question-${id}`} tabIndex={-1}>
        {t('author.question_of', { position: position ?? 0, count })}
      </h2>
      <p>
        {t('author.question_facts', {
          kind: kindName(kind, typeof body.preset === 'string' ? body.preset : null),
          level: levelOf(body),
          points: number(Number(body.points)),
          state: review_state,
        })}
      </p>
      <ReviewActs
        question={question}
        isPublished={isPublished}
        onChanged={onChanged}
        onApproved={onApproved}
      />
      <AsStudentsSeeIt body={body} />
      <section className="stack">
        <h3>{t('author.checks')}</h3>
        <Findings findings={findings} place={place} onDismiss={dismiss} />
      </section>
    </section>
  )
}

function AsStudentsSeeIt({ body }: { body: AuthorQuestion['question'] }) {
  const local = useMemo(() => readLocally(body), [body])
  if (!isWhole(local)) return <p className="note note-not-yet">{local.findings[0]?.message}</p>
  return (
    <>
      <div className="card">
        <TryIt key={JSON.stringify(local.copy)} local={local} />
      </div>
      <dl className="texts">
        <div>
          <dt>{t('author.right_answer')}</dt>
          <dd className="source-text">{local.key}</dd>
        </div>
        <Texts body={body} />
      </dl>
    </>
  )
}

/** What is said for a hint and after marking. */
function Texts({ body }: { body: AuthorQuestion['question'] }) {
  const feedback = body.feedback as Record<string, string | undefined> | undefined
  const texts = [
    [t('author.field_hint'), body.hint as string | null],
    [t('author.field_correct'), feedback?.correct],
    [t('author.field_partial'), feedback?.partial],
    [t('author.field_incorrect'), feedback?.incorrect],
    [t('author.field_submitted'), feedback?.submitted],
  ] as const
  return texts.map(([name, text]) =>
    text ? (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{text}</dd>
      </div>
    ) : null,
  )
}
