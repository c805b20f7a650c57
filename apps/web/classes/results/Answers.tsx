import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useId, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { VerdictWord } from '../../ui/VerdictWord.tsx'
import { t } from '../../words/words.ts'

type Groups = Reply<'listQuestionResponses'>
type Question = Reply<'getClassResults'>['questions'][number]

/** The answers to one question, equal ones together; each name opens its mark. */
export function Answers({
  assignmentId,
  questions,
}: {
  assignmentId: string
  questions: Question[]
}): ReactElement {
  const [position, setPosition] = useState(questions[0]?.position ?? 1)
  const id = useId()
  const answers = useQuery({
    queryKey: ['answers', assignmentId, position],
    queryFn: () => call('listQuestionResponses', { params: { assignment_id: assignmentId, position } }),
    enabled: questions.length > 0,
  })
  if (questions.length === 0) return <p className="note">{t('classes.no_questions')}</p>
  return (
    <div className="stack tab-page">
      <div className="row">
        <label htmlFor={id}>{t('classes.question')}</label>
        <select
          id={id}
          className="input input-inline"
          value={position}
          onChange={(event) => setPosition(Number(event.currentTarget.value))}
        >
          {questions.map((question) => (
            <option key={question.position} value={question.position}>
              {t('classes.question_line', { n: question.position, stem: shorten(question.stem) })}
            </option>
          ))}
        </select>
      </div>
      <Stated
        shown={stateOf(answers, { empty: ({ groups }) => groups.length === 0 })}
        empty={<p>{t('classes.no_answers')}</p>}
        onRetry={() => answers.refetch()}
      >
        {(data) => <AnswerGroups answers={data} />}
      </Stated>
    </div>
  )
}

function AnswerGroups({ answers }: { answers: Groups }) {
  return (
    <>
      <Prose source={answers.stem} />
      <p>
        <span className="label">{t('classes.right_answer')}</span>{' '}
        <bdi className="answer-text">{answers.correct_answer}</bdi>
      </p>
      <ul className="list-plain wide">
        {answers.groups.map(({ answer_text, verdict, students }) => (
          <li key={`${verdict} ${answer_text}`} className="card">
            <VerdictWord verdict={verdict} />
            <p className="answer-text isolated">{answer_text || t('classes.no_answer')}</p>
            <p className="muted">{t('classes.students', { n: students.length })}</p>
            <ul className="row names">
              {students.map(({ name, mark_id }) => (
                <li key={mark_id}>
                  <Figure subject_type="mark" subject_id={mark_id} text={name} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
