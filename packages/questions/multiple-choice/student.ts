import type { Arrange } from '../student-question.ts'

export interface StudentContent {
  options: { id: string; text: string }[]
}

/** The parameter names all that a student may see; true and false, and lists said to be fixed, keep their order. */
export function toStudent(
  content: { options: readonly { id: string; text: string }[]; shuffle_options: boolean },
  arrange: Arrange,
  preset: string | null,
): StudentContent {
  const fixed = preset === 'true_false' || !content.shuffle_options
  const options = fixed ? inFixedOrder(content.options, preset) : arrange(content.options)
  return { options: options.map(({ id, text }) => ({ id, text })) }
}

function inFixedOrder(options: readonly { id: string; text: string }[], preset: string | null) {
  if (preset !== 'true_false') return options
  return options.toSorted((a, b) => Number(b.id === 'true') - Number(a.id === 'true'))
}
