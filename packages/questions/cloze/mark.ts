import {
  divide,
  type Fraction,
  fraction,
  fromDecimal,
  ONE,
  sum,
  ZERO,
} from '@waymark/science/marking/fraction.ts'
import type { Marking, PartMark } from '../kind.ts'
import { matchText, outcomeOf } from '../text-key.ts'
import type { Answer } from './answer.ts'
import type { Content, Gap } from './content.ts'

interface GapMark {
  worth: Fraction
  part: PartMark
  reasons: string[]
  text: string | null
}

/** The mean of the gaps; an empty gap is a part not answered and counts 0. */
export function mark(content: Content, answer: Answer): Marking {
  const given = new Map(Object.entries(answer.gaps))
  const marks = content.gaps.map((gap) => markGap(gap, given.get(gap.id) ?? ''))
  return {
    fraction: divide(sum(marks.map((one) => one.worth)), fraction(marks.length)),
    parts: marks.map((one) => one.part),
    reasons: [...new Set(marks.flatMap((one) => one.reasons))],
    texts: marks.flatMap((one) => (one.text === null ? [] : [one.text])),
    correct: marks.filter((one) => one.part.outcome === 'correct').length,
    total: marks.length,
  }
}

function markGap(gap: Gap, given: string): GapMark {
  if (given.trim() === '') {
    const part = { part_id: gap.id, outcome: 'not_answered', misconception_id: null } as const
    return { worth: ZERO, part, reasons: [], text: null }
  }
  if (gap.input === 'typed') {
    const match = matchText(gap, given)
    return gapMark(gap.id, match.fraction, null, match.feedback, [match.reason])
  }
  if (gap.input === 'select') {
    const option = gap.options.find((one) => one.id === given)
    return gapMark(gap.id, option?.is_correct ? ONE : ZERO, option?.misconception_id, option?.feedback, [])
  }
  const word = gap.words.find((one) => one.word === given)
  return gapMark(gap.id, word ? fromDecimal(word.fraction) : ZERO, word?.misconception_id, word?.feedback, [])
}

function gapMark(
  id: string,
  worth: Fraction,
  misconception: string | null | undefined,
  text: string | null | undefined,
  reasons: string[],
): GapMark {
  const part = { part_id: id, outcome: outcomeOf(worth), misconception_id: misconception ?? null }
  return { worth, part, reasons, text: text ?? null }
}
