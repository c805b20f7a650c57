import type { Arrange } from '../student-question.ts'

interface Word {
  id: string
  text: string
}

export type StudentGap =
  | { id: string; input: 'typed'; max_length: number }
  | { id: string; input: 'select'; options: Word[] }
  | { id: string; input: 'bank' }

export interface StudentContent {
  /** Running text with `{{gap id}}` where a gap stands. */
  text: string
  gaps: StudentGap[]
  bank: Word[]
}

type Gap =
  | { id: string; input: 'typed'; max_length: number }
  | { id: string; input: 'select'; options: readonly Word[] }
  | { id: string; input: 'bank' }

export function toStudent(
  content: { text: string; gaps: readonly Gap[]; bank: readonly Word[] },
  arrange: Arrange,
): StudentContent {
  const shown = (words: readonly Word[]) => arrange(words).map(({ id, text }) => ({ id, text }))
  return {
    text: content.text,
    gaps: arrange(content.gaps).map((gap): StudentGap => {
      if (gap.input === 'typed') return { id: gap.id, input: 'typed', max_length: gap.max_length }
      if (gap.input === 'select') return { id: gap.id, input: 'select', options: shown(gap.options) }
      return { id: gap.id, input: 'bank' }
    }),
    bank: shown(content.bank),
  }
}

/** The running text cut at its gaps, in reading order. */
export function splitAtGaps(text: string): ({ text: string } | { gap: string })[] {
  return text
    .split(/\{\{([a-z0-9_-]{1,24})\}\}/)
    .map((piece, at) => (at % 2 === 1 ? { gap: piece } : { text: piece }))
    .filter((piece) => !('text' in piece && piece.text === ''))
}
