import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { type AuthorQuestion, keys } from '../asking.ts'
import { placeText } from '../place-text.ts'
import { findQuote, piecesOf } from './quote.ts'

type Source = AuthorQuestion['sources'][number]

/** The passages a question is taken from, each once with its quotes marked, and what stands around them. */
export function SourcePane({ sources }: { sources: readonly Source[] }): ReactElement {
  const passages = Map.groupBy(sources, ({ passage_id }) => passage_id)
  return (
    <section className="stack sticky" aria-label={t('author.sources')}>
      <h2>{t('author.sources')}</h2>
      {sources.length === 0 && <p>{t('author.no_sources')}</p>}
      {[...passages].map(
        ([id, [first, ...others]]) => first && <OnePassage key={id} source={first} others={others} />,
      )}
    </section>
  )
}

/** `others` quote the same passage. */
function OnePassage({ source, others }: { source: Source; others: readonly Source[] }) {
  const { filename, locator, passage_text, document_id } = source
  const quotes = [source, ...others].map(({ quote }) => quote)
  return (
    <article className="card">
      <h3 className="isolated">{filename ?? t('author.typed')}</h3>
      <p className="muted">{placeText(locator)}</p>
      {passage_text === null ? (
        <Missing quotes={quotes} why={t('author.passage_gone')} />
      ) : (
        <Quoted passage={passage_text} quotes={quotes} />
      )}
      {document_id && <Around source={source} documentId={document_id} />}
    </article>
  )
}

function Quoted({ passage, quotes }: { passage: string; quotes: readonly string[] }) {
  const missing = quotes.filter((quote) => findQuote(passage, quote) === null)
  return (
    <>
      {missing.length > 0 && <Missing quotes={missing} why={t('author.quote_not_there')} />}
      <p className="source-text">
        {piecesOf(passage, quotes).map(({ text, isQuoted }) =>
          isQuoted ? <mark key={text}>{text}</mark> : text,
        )}
      </p>
    </>
  )
}

/** Quotes that cannot be shown in their place. */
function Missing({ quotes, why }: { quotes: readonly string[]; why: string }) {
  return (
    <>
      {quotes.map((quote) => (
        <blockquote key={quote} className="quote source-text">
          <mark>{quote}</mark>
        </blockquote>
      ))}
      <p className="field-error">{why}</p>
    </>
  )
}

/** The rest of the slide or page, read when it is asked for. */
function Around({ source, documentId }: { source: Source; documentId: string }) {
  const [open, setOpen] = useState(false)
  const passages = useQuery({
    queryKey: [...keys.passages(documentId), 'first'],
    queryFn: () => call('listPassages', { params: { document_id: documentId }, query: { limit: 200 } }),
    enabled: open,
  })
  const near = (page: Reply<'listPassages'>) => page.items.filter((one) => isNear(one, source, page.items))
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('author.around')}</summary>
      {open && (
        <Stated shown={stateOf(passages, { empty: (page) => near(page).length === 0 })}>
          {(page) => (
            <ul className="list-plain">
              {near(page).map(({ id, text }) => (
                <li key={id} className="source-text" aria-current={id === source.passage_id || undefined}>
                  {text}
                </li>
              ))}
            </ul>
          )}
        </Stated>
      )}
    </details>
  )
}

const reach = 5

/** On the same slide or page; in a file without them, within five passages. */
function isNear(
  one: Reply<'listPassages'>['items'][number],
  { locator, passage_id }: Source,
  all: Reply<'listPassages'>['items'],
): boolean {
  if (one.hidden) return false
  if (locator.slide !== undefined) return one.locator.slide === locator.slide
  if (locator.page !== undefined) return one.locator.page === locator.page
  const own = all.find(({ id }) => id === passage_id)
  return own !== undefined && Math.abs(one.ord - own.ord) <= reach
}
