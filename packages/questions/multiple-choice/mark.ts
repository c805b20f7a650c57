import { ONE, ZERO } from '@waymark/science/marking/fraction.ts'
import type { Marking } from '../kind.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'

/** 1 for the right option, 0 for another. The answer was read: its option exists. */
export function mark(content: Content, answer: Answer): Marking {
  const chosen = content.options.find((option) => option.id === answer.selected_option)
  const right = chosen?.is_correct === true
  return {
    fraction: right ? ONE : ZERO,
    parts: chosen
      ? [
          {
            part_id: chosen.id,
            outcome: right ? 'correct' : 'incorrect',
            misconception_id: chosen.misconception_id ?? null,
          },
        ]
      : [],
    reasons: [],
    texts: chosen?.feedback ? [chosen.feedback] : [],
    correct: right ? 1 : 0,
    total: 1,
  }
}
