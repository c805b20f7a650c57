import type { MarkingItem } from '@waymark/contract/attempts/marking.ts'
import type { Question } from '@waymark/questions/question.ts'
import { z } from 'zod'

type Item = z.output<typeof MarkingItem>

/** What a question that a person marks says about marking it. */
const Guide = z.object({
  min_words: z.number(),
  max_words: z.number(),
  mode: z.enum(['mark_scheme', 'rubric']),
  points_available: z.number().optional(),
  mark_scheme: z.array(z.object({ id: z.string(), criterion: z.string(), points: z.number() })),
  dimensions: z.array(z.object({ id: z.string(), name: z.string(), weight: z.number() })),
})

export function schemeOf(question: Question): Pick<Item, 'scheme' | 'min_words' | 'max_words'> {
  const guide = Guide.parse(question.content)
  const { min_words, max_words } = guide
  const scheme: Item['scheme'] =
    guide.mode === 'rubric'
      ? {
          mode: 'rubric',
          parts: guide.dimensions.map(({ id, name, weight }) => ({ id, text: name, weight })),
        }
      : {
          mode: 'mark_scheme',
          points_available: guide.points_available ?? 0,
          parts: guide.mark_scheme.map(({ id, criterion, points }) => ({ id, text: criterion, points })),
        }
  return { min_words, max_words, scheme }
}
