import { common, type KindScript } from '../kind-script.ts'

export const multipleSelect: KindScript = {
  kind: 'multiple_select',
  question: {
    ...common,
    kind: 'multiple_select',
    stem: 'Which of these are input devices? Select TWO answers.',
    points: 2,
    hint: 'The hint of the anchor: data goes in through them.',
    feedback: {
      correct: 'Yes. The praise of the anchor: both send data in.',
      partial: 'Nearly. The anchor counted {correct} of {total}.',
      incorrect: 'Not quite. The advice of the anchor: look for data going in.',
    },
    content: {
      options: [
        { id: 'd4k8vz', text: 'Microphone', is_correct: true },
        { id: 'x9s3hb', text: 'Speaker', is_correct: false, feedback: 'The anchor gives sound out.' },
        { id: 'r2m7qc', text: 'Mouse', is_correct: true },
        { id: 'n6t5wf', text: 'Printer', is_correct: false, feedback: 'The anchor gives paper out.' },
      ],
      max_selections: 2,
      scheme: 'net_correct',
    },
  },
  answers: {
    correct: { selected_options: ['d4k8vz', 'r2m7qc'] },
    partly: { selected_options: ['d4k8vz'] },
    not_yet: { selected_options: ['x9s3hb', 'n6t5wf'] },
  },
  secrets: ['anchor', 'is_correct', 'net_correct'],
  answerByKeyboard: async (keys) => {
    await keys.tick('Microphone')
    await keys.tick('Mouse')
  },
}
