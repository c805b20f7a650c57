import { fraction } from '@waymark/science/marking/fraction.ts'
import type { Marking, PartMark } from '../kind.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'

/** Right pairs ÷ left items; one part per left item. */
export function mark(content: Content, answer: Answer): Marking {
  const given = new Map(answer.pairs.map((pair) => [pair.left, pair.right]))
  const parts = content.left_items.map((item) => partOf(content, item.id, given.get(item.id)))
  const correct = parts.filter((part) => part.outcome === 'correct').length
  const total = content.left_items.length
  return {
    fraction: fraction(correct, total),
    parts,
    reasons: [],
    texts: [...content.correct_pairs, ...content.other_pairs].flatMap((pair) =>
      pair.feedback !== undefined && given.get(pair.left) === pair.right ? [pair.feedback] : [],
    ),
    correct,
    total,
  }
}

function partOf(content: Content, left: string, right: string | undefined): PartMark {
  if (right === undefined) return { part_id: left, outcome: 'not_answered', misconception_id: null }
  if (content.correct_pairs.some((pair) => pair.left === left && pair.right === right)) {
    return { part_id: left, outcome: 'correct', misconception_id: null }
  }
  const known = content.other_pairs.find((pair) => pair.left === left && pair.right === right)
  return { part_id: left, outcome: 'incorrect', misconception_id: known?.misconception_id ?? null }
}
