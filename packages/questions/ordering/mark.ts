import { orderFraction, placesRight } from '@waymark/science/marking/order.ts'
import type { Marking } from '../kind.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'

/** The scheme's fraction; an item is a right part when it stands in a place that is its own. */
export function mark(content: Content, answer: Answer): Marking {
  const positionOf = new Map(content.items.map((item) => [item.id, item.correct_position]))
  const positions = answer.order.map((id) => positionOf.get(id) ?? 0)
  const inPlace = placesRight(positions)
  return {
    fraction: orderFraction(content.scheme, positions),
    parts: answer.order.map((id, place) => ({
      part_id: id,
      outcome: inPlace[place] ? 'correct' : 'incorrect',
      misconception_id: null,
    })),
    reasons: [],
    texts: [],
    correct: inPlace.filter(Boolean).length,
    total: positions.length,
  }
}
