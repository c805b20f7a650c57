import type { AuthorQuestion } from '../asking.ts'

const longest = 80

/** The first line of a question's stem without Markdown signs, cut at a word for lists. */
export function stemStart({ question }: Pick<AuthorQuestion, 'question'>): string {
  const stem = typeof question.stem === 'string' ? question.stem : ''
  const line = stem.split('\n').find((one) => /\p{L}/u.test(one)) ?? ''
  const plain = line.replaceAll(/[*`#$_]/g, '').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
