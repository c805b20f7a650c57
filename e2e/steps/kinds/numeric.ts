import { common, type KindScript } from '../kind-script.ts'

export const numeric: KindScript = {
  kind: 'numeric',
  question: {
    ...common,
    kind: 'numeric',
    stem: 'A file has 7,319 bytes and a copy of it has the same. How many bytes is that in all? Write a number.',
    points: 2,
    hint: 'The hint of the falcon: add the two numbers.',
    feedback: {
      correct: 'Yes. The praise of the falcon: two times the file.',
      partial: 'Nearly. The falcon counted one of the files.',
      incorrect: 'Not quite. The advice of the falcon: add the sizes.',
    },
    content: {
      value: '14638',
      slips: [
        {
          id: 'h2v6gy',
          value: '14628',
          fraction: 0.5,
          feedback: 'The falcon forgot to carry.',
          misconception_id: 'falcon-forgets-to-carry',
        },
      ],
    },
  },
  answers: { correct: { text: '14,638' }, partly: { text: '14628' }, not_yet: { text: '5' } },
  secrets: ['falcon', '14638', '14628', 'slips'],
  answerByKeyboard: (keys) => keys.typeInto('Your number', '14,638'),
}
