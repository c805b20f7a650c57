import { error, type Finding, warning } from './finding.ts'
import { isGenerated, type Question } from './question.ts'

/** A generated question cites one to three passages, and every quote is literally in its passage. */
export function sourceFindings(question: Question, passages: ReadonlyMap<string, string>): Finding[] {
  const generated = isGenerated(question)
  const found = generated ? error : warning
  const count = question.source_refs.length
  const missing =
    generated && (count < 1 || count > 3)
      ? [error('source_missing', '/source_refs', 'A generated question names one to three passages.')]
      : []
  const broken = question.source_refs.flatMap(({ passage_id, quote }, index) =>
    isLiteral(quote, passages.get(passage_id) ?? '')
      ? []
      : [
          found(
            'quote_not_literal',
            `/source_refs/${index}/quote`,
            'This quote is not in its passage word for word.',
          ),
        ],
  )
  return [...missing, ...broken]
}

/** White space aside, as passages keep the line breaks of their page. */
function isLiteral(quote: string, passage: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return plain(passage).includes(plain(quote))
}
