import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { type Finding, keys, type Quiz } from '../asking.ts'
import { Findings } from '../Findings.tsx'
import { FindingPlace } from './FindingPlace.tsx'
import { isAboutQuiz } from './quiz-findings.ts'

/** What the gate says about the quiz as a whole: its length, its levels, its objectives, repeated questions. */
export function QuizChecks({ quiz }: { quiz: Quiz }): ReactElement {
  const client = useQueryClient()
  const key = keys.gate(quiz.id)
  const gate = useQuery({
    queryKey: key,
    queryFn: () => call('checkQuiz', { params: { quiz_id: quiz.id } }),
  })
  const dismiss = async ({ code, pointer }: Finding, reason: string) => {
    const after = await call('dismissQuizWarning', {
      params: { quiz_id: quiz.id },
      body: { code, pointer, reason },
    })
    client.setQueryData(key, after)
  }
  return (
    <Disclosure summary={t('author.quiz_checks')}>
      <Stated shown={stateOf(gate)} onRetry={() => gate.refetch()}>
        {({ findings }) => (
          <Findings
            findings={findings.filter(isAboutQuiz)}
            place={(finding) => <FindingPlace quiz={quiz} finding={finding} />}
            onDismiss={dismiss}
          />
        )}
      </Stated>
      <Link className="button button-quiet" href={`/create/${quiz.unit_id}/materials`}>
        {t('author.back_to_materials')}
      </Link>
    </Disclosure>
  )
}
