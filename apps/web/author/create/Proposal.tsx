import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { number, t } from '../../words/words.ts'
import type { Generation } from '../asking.ts'
import { kindName } from '../kind-name.ts'

type Result = NonNullable<Generation['result']>

/** What came of a generation, with what is missing and why. */
export function Proposal({ result }: { result: Result }): ReactElement {
  const { quiz_id, question_count, total_points, estimated_minutes, kind_counts } = result
  // Objectives without a question have a list of their own.
  const toKnow = result.warnings.filter(({ code }) => code !== 'objective_not_covered')
  return (
    <>
      <p className="note note-good">{t('author.quiz_ready')}</p>
      <dl className="facts">
        <Fact name={t('author.fact_questions')} value={number(question_count)} />
        <Fact name={t('author.fact_points')} value={number(total_points)} />
        <Fact name={t('author.fact_minutes')} value={t('author.about_minutes', { n: estimated_minutes })} />
        <Fact
          name={t('author.fact_passages')}
          value={t('author.n_of_m', { n: result.passages_used, m: result.passages_total })}
        />
      </dl>
      <Objectives title={t('author.objectives_not_covered')} list={result.objectives_not_covered} />
      {toKnow.length > 0 && (
        <section className="stack">
          <h2>{t('author.to_know')}</h2>
          <ul>
            {toKnow.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <Disclosure summary={t('author.what_it_holds')}>
        <div className="stack wide">
          <section className="stack">
            <h2>{t('author.kinds')}</h2>
            <ul>
              {Object.entries(kind_counts).map(([code, n]) => (
                <li key={code}>{t('author.kind_count', { kind: kindName(code), n })}</li>
              ))}
            </ul>
          </section>
          <Objectives title={t('author.objectives_covered')} list={result.objectives_covered} />
        </div>
      </Disclosure>
      <div>
        <Link className="button button-main" data-main-action href={`/quizzes/${quiz_id}/review`}>
          {t('author.review_questions')}
        </Link>
      </div>
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Objectives({ title, list }: { title: string; list: Result['objectives_covered'] }) {
  return list.length === 0 ? null : (
    <section className="stack">
      <h2>{title}</h2>
      <ul>
        {list.map((objective) => (
          <li key={objective.id}>{objective.title}</li>
        ))}
      </ul>
    </section>
  )
}
