import { multipleResponseFraction } from '@waymark/science/marking/multiple-response.ts'
import type { Marking, PartMark } from '../kind.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'

type Option = Content['options'][number]

/** The scheme's fraction; a right option left out is a part not answered. */
export function mark(content: Content, answer: Answer): Marking {
  const chosen = new Set(answer.selected_options)
  const taken = content.options.filter((option) => chosen.has(option.id))
  const right = content.options.filter((option) => option.is_correct).length
  const chosenRight = taken.filter((option) => option.is_correct).length
  return {
    fraction: multipleResponseFraction(content.scheme, {
      options: content.options.length,
      right,
      chosenRight,
      chosenOther: taken.length - chosenRight,
    }),
    parts: content.options.flatMap((option) => partOf(option, chosen.has(option.id))),
    reasons: taken.length < content.min_selections ? ['below_minimum'] : [],
    texts: taken.flatMap((option) => (option.feedback ? [option.feedback] : [])),
    correct: chosenRight,
    total: right,
  }
}

function partOf(option: Option, isChosen: boolean): PartMark[] {
  if (!isChosen && !option.is_correct) return []
  if (!isChosen) return [{ part_id: option.id, outcome: 'not_answered', misconception_id: null }]
  return [
    {
      part_id: option.id,
      outcome: option.is_correct ? 'correct' : 'incorrect',
      misconception_id: option.misconception_id ?? null,
    },
  ]
}
