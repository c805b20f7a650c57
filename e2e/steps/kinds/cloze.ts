import { common, type KindScript } from '../kind-script.ts'

export const cloze: KindScript = {
  kind: 'cloze',
  question: {
    ...common,
    kind: 'cloze',
    stem: 'Fill in the gaps.',
    points: 3,
    hint: 'The hint of the copper: one part forgets.',
    feedback: {
      correct: 'Yes. The praise of the copper: you can tell them apart.',
      partial: 'Nearly. The copper counted {correct} of {total} gaps.',
      incorrect: 'Not quite. The advice of the copper: see what keeps its content.',
    },
    content: {
      text: 'Programs that run are held in {{k4c7mw}}. Its content is {{d9f2xs}} without power. A hard drive is {{f6h3pt}} storage.',
      gaps: [
        {
          id: 'k4c7mw',
          input: 'bank',
          words: [
            { word: 'n3t8vb', fraction: 1 },
            { word: 'q6z4ge', fraction: 0, feedback: 'The copper keeps what starts the computer.' },
          ],
        },
        {
          id: 'd9f2xs',
          input: 'typed',
          accepted_answers: [
            { text: 'lost', fraction: 1 },
            { text: 'vanishedcopper', fraction: 1 },
          ],
        },
        {
          id: 'f6h3pt',
          input: 'select',
          options: [
            { id: 'b7m4kd', text: 'primary', is_correct: false, feedback: 'The copper is in use at once.' },
            { id: 'r5w9nq', text: 'secondary', is_correct: true },
          ],
        },
      ],
      bank: [
        { id: 'n3t8vb', text: 'RAM' },
        { id: 'q6z4ge', text: 'ROM' },
      ],
    },
  },
  answers: {
    correct: { gaps: { k4c7mw: 'n3t8vb', d9f2xs: 'lost', f6h3pt: 'r5w9nq' } },
    partly: { gaps: { k4c7mw: 'n3t8vb', d9f2xs: 'kept' } },
    not_yet: { gaps: { k4c7mw: 'q6z4ge', d9f2xs: 'kept', f6h3pt: 'b7m4kd' } },
  },
  secrets: ['copper', 'is_correct', 'accepted_answers', '"fraction"'],
  answerByKeyboard: async (keys) => {
    await keys.pickFrom('Gap 1 of 3', 'RAM')
    await keys.typeInto('Gap 2 of 3', 'lost')
    await keys.pickFrom('Gap 3 of 3', 'secondary')
  },
}
