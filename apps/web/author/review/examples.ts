import { listKinds } from '@waymark/questions/kinds.ts'

interface Example {
  id: string
  kind: string
  preset: string | null
}

/** What can be added by hand: every kind, and the presets that change what the author fills in. */
export function examples(): Example[] {
  return listKinds().flatMap(({ code, presets }) => [
    { id: code, kind: code, preset: null },
    ...(presets.includes('true_false') ? [{ id: 'true_false', kind: code, preset: 'true_false' }] : []),
  ])
}

/** A whole question of the kind with the id given, about one competency; nothing is cited. */
export function exampleFor(id: string, competencyId: string): Record<string, unknown> {
  const wanted = examples().find((example) => example.id === id)
  const kind = listKinds().find(({ code }) => code === wanted?.kind)
  if (!wanted || !kind) throw new Error(`There is no kind of question "${id}".`)
  const question = { ...kind.example, competency_ids: [competencyId], source_refs: [] }
  return wanted.preset === 'true_false' ? { ...question, ...trueOrFalse } : question
}

const trueOrFalse = {
  preset: 'true_false',
  stem: 'RAM keeps its content when the power is off. Decide if this is true or false.',
  content: {
    options: [
      { id: 'true', text: 'True', is_correct: false, feedback: 'Not quite. RAM forgets without power.' },
      { id: 'false', text: 'False', is_correct: true, feedback: 'Yes. RAM forgets without power.' },
    ],
  },
  hint: 'Think about what happens when you switch a computer off.',
}
