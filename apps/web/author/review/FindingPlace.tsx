import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { t } from '../../words/words.ts'
import type { Finding, Quiz } from '../asking.ts'
import { pointerName } from '../pointer-name.ts'
import { isAboutQuiz } from './quiz-findings.ts'

/** The way from a finding of a quiz to where it can be mended; null where it names no single place. */
export function FindingPlace({
  quiz,
  finding,
  onFollow,
}: {
  quiz: Quiz
  finding: Finding
  onFollow?: () => void
}): ReactElement | null {
  const { question_id, pointer } = finding
  const objective = /^\/objective_ids\/(\d+)/.exec(pointer)?.[1]
  if (objective !== undefined) return <span>{quiz.objectives[Number(objective)]?.title}</span>
  const question = quiz.questions.find(({ id }) => id === question_id)
  if (!question) return null
  const n = question.position ?? 0
  const review = `/quizzes/${quiz.id}/review/${question.id}`
  const field = `/quizzes/${quiz.id}/questions/${question.id}?at=${encodeURIComponent(pointer)}`
  return (
    <Link className="button button-quiet" href={isAboutQuiz(finding) ? review : field} onClick={onFollow}>
      {isAboutQuiz(finding)
        ? t('author.go_to_question', { n })
        : t('author.go_to_question_field', { n, field: pointerName(pointer) })}
    </Link>
  )
}
