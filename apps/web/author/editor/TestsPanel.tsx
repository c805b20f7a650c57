import { describeAnswer, type Question, readAnswer } from '@waymark/questions/kinds.ts'
import type { ReactElement } from 'react'
import { removeAt } from '../../questions/editing/list-edits.ts'
import { Button } from '../../ui/Button.tsx'
import { percent, t } from '../../words/words.ts'
import { tryAnswer } from '../local-question.ts'
import type { Draft } from './autosave.ts'

type Tests = Draft['question_tests']

/** Answers that were kept with what they must earn. The checks mark each of them again at every change. */
export function TestsPanel({
  question,
  tests,
  onChange,
}: {
  question: Question
  tests: Tests
  onChange: (tests: Tests) => void
}): ReactElement {
  if (tests.length === 0) return <p className="note">{t('author.no_tests')}</p>
  return (
    <ul className="list-plain stack">
      {tests.map((test, index) => {
        const name = t('author.named_n', { name: t('author.field_test'), n: index + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tests may be equal
          <li key={index} className="card" data-pointer={`/question_tests/${index}`} tabIndex={-1}>
            <p className="label">{name}</p>
            <p className="source-text">{answerText(question, test.answer)}</p>
            <p>{t('author.test_expects', { share: percent(test.fraction) })}</p>
            <p>{gets(question, test.answer)}</p>
            <Button
              look="quiet"
              aria-label={t('author.remove_named', { name })}
              onClick={() => onChange(removeAt(tests, index))}
            >
              {t('author.remove')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function answerText(question: Question, answer: unknown): string {
  const read = readAnswer(question, answer)
  return ('answer' in read && describeAnswer(question, read.answer)) || t('author.blank_answer')
}

function gets(question: Question, answer: unknown): string {
  const tried = tryAnswer(question, answer)
  if ('refused' in tried) return tried.refused
  return tried.share === null
    ? t('author.test_waits')
    : t('author.test_gets', { share: percent(tried.share) })
}
