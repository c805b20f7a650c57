import { common, type KindScript } from '../kind-script.ts'

export const multipleChoice: KindScript = {
  kind: 'multiple_choice',
  question: {
    ...common,
    kind: 'multiple_choice',
    stem: 'Which device connects two networks? Select ONE answer.',
    points: 1,
    hint: 'The hint of the lantern: think of the box in the hall.',
    feedback: {
      correct: 'Yes. The praise of the lantern: it joins networks.',
      incorrect: 'Not quite. The advice of the lantern: look for networks.',
    },
    content: {
      options: [
        {
          id: 'k7f2aq',
          text: 'Keyboard',
          is_correct: false,
          feedback: 'Not quite. The lantern writes text.',
        },
        { id: 'p3x9dm', text: 'Router', is_correct: true, feedback: 'Yes. The lantern joins networks.' },
        { id: 'w8c4tn', text: 'Monitor', is_correct: false, misconception_id: 'lantern-is-a-screen' },
      ],
    },
  },
  answers: {
    correct: { selected_option: 'p3x9dm' },
    partly: null,
    not_yet: { selected_option: 'k7f2aq' },
  },
  secrets: ['lantern', 'is_correct'],
  answerByKeyboard: (keys) => keys.chooseRadio('Router'),
}
