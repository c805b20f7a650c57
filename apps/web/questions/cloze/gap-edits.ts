import type { Content, Gap } from '@waymark/questions/cloze/content.ts'
import { freshPartId } from '../editing/part-id.ts'
import { closeGap } from './numbered-gaps.ts'

/** A gap whose right answer is `words`, to be typed. */
export function typedGap(id: string, words: string): Gap {
  return {
    id,
    input: 'typed',
    max_length: Math.min(200, Math.max(20, words.length)),
    accepted_answers: [{ text: words, fraction: 1 }],
    rejected_answers: [],
    required_keywords: [],
    forbidden_keywords: [],
    max_typos: 0,
    case_sensitive: false,
  }
}

/** The right answer of a gap, in words. */
export function wordsOf(gap: Gap, bank: Content['bank']): string {
  if (gap.input === 'typed') return gap.accepted_answers.find(({ fraction }) => fraction === 1)?.text ?? ''
  if (gap.input === 'select') return gap.options.find(({ is_correct }) => is_correct)?.text ?? ''
  const right = gap.words.find(({ fraction }) => fraction === 1)?.word
  return bank.find(({ id }) => id === right)?.text ?? ''
}

/** The content with a gap answered in another way; the right answer goes with it. */
export function changeInput(content: Content, gap: Gap, input: Gap['input']): Content {
  const words = wordsOf(gap, content.bank)
  const id = gap.id
  if (input === 'typed') return tidyBank(withGap(content, typedGap(id, words)))
  if (input === 'select') {
    const options = [
      { id: freshPartId(), text: words, is_correct: true },
      { id: freshPartId(), text: '', is_correct: false },
    ]
    return tidyBank(withGap(content, { id, input, options }))
  }
  const known = content.bank.find(({ text }) => text === words)
  const word = known ?? { id: freshPartId(), text: words }
  const bank = known ? content.bank : [...content.bank, word]
  return withGap({ ...content, bank }, { id, input, words: [{ word: word.id, fraction: 1 }] })
}

/** The content with one gap replaced. */
export function withGap(content: Content, gap: Gap): Content {
  return { ...content, gaps: content.gaps.map((other) => (other.id === gap.id ? gap : other)) }
}

/** The content without a gap; its right answer stands in the text again. */
export function removeGap(content: Content, gap: Gap): Content {
  return tidyBank({
    ...content,
    text: closeGap(content.text, gap.id, wordsOf(gap, content.bank)),
    gaps: content.gaps.filter(({ id }) => id !== gap.id),
  })
}

/** The content with other words in the bank; a gap forgets a word that is gone. */
export function changeBank(content: Content, bank: Content['bank']): Content {
  const there = new Set(bank.map(({ id }) => id))
  const gaps = content.gaps.map((gap) =>
    gap.input === 'bank' ? { ...gap, words: gap.words.filter(({ word }) => there.has(word)) } : gap,
  )
  return { ...content, bank, gaps }
}

/** Makes `word` of the bank the one that is worth the whole gap. */
export function setRightWord(content: Content, gap: Gap & { input: 'bank' }, word: string): Content {
  const others = gap.words.filter((one) => one.word !== word && one.fraction < 1)
  const before = gap.words.find((one) => one.word === word)
  return withGap(content, { ...gap, words: [{ ...before, word, fraction: 1 }, ...others] })
}

/** A bank that no gap uses is not kept. */
function tidyBank(content: Content): Content {
  return content.gaps.some(({ input }) => input === 'bank') ? content : { ...content, bank: [] }
}
