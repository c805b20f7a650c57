import { common, type KindScript } from '../kind-script.ts'

export const textInput: KindScript = {
  kind: 'text_input',
  question: {
    ...common,
    kind: 'text_input',
    stem: 'What is the memory called that loses its data without power? Write one word.',
    points: 2,
    hint: 'The hint of the walnut: it has three letters.',
    feedback: {
      correct: 'Yes. The praise of the walnut: it is quick memory.',
      partial: 'Nearly. The walnut wants its short name.',
      incorrect: 'Not quite. The advice of the walnut: read page three.',
    },
    content: {
      max_length: 60,
      accepted_answers: [
        { text: 'RAM', fraction: 1 },
        { text: 'volatilewalnut', fraction: 1 },
        { text: 'main memory', fraction: 0.5 },
      ],
      rejected_answers: [{ text: 'ROM', feedback: 'The walnut keeps its content.' }],
      required_keywords: [],
    },
  },
  answers: { correct: { text: 'RAM' }, partly: { text: 'main memory' }, not_yet: { text: 'tape' } },
  secrets: ['walnut', 'accepted_answers', 'rejected_answers'],
  answerByKeyboard: (keys) => keys.typeInto('Your answer', 'RAM'),
}
