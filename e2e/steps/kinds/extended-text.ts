import { common, type KindScript } from '../kind-script.ts'

const essay =
  'RAM is quick but loses everything without power, so a hard drive is needed to keep the files when the computer is switched off at night.'

export const extendedText: KindScript = {
  kind: 'extended_text',
  byTeacher: true,
  question: {
    ...common,
    kind: 'extended_text',
    stem: 'Explain why a computer has both RAM and a hard drive. Write three sentences.',
    points: 4,
    time_estimate_seconds: 300,
    hint: 'The hint of the violin: think of a power cut.',
    feedback: {
      correct: 'Yes. The praise of the violin: both parts are explained.',
      partial: 'Nearly. The violin wants more about the other part.',
      incorrect: 'Not quite. The advice of the violin: say what each is for.',
      submitted: 'Your teacher will read this answer.',
    },
    content: {
      min_words: 20,
      max_words: 120,
      mode: 'mark_scheme',
      points_available: 4,
      mark_scheme: [
        { id: 'f4h8ka', criterion: 'The violin says that RAM loses its content without power', points: 2 },
        { id: 'q7z2mc', criterion: 'The violin says that a hard drive keeps its content', points: 2 },
      ],
    },
  },
  answers: {
    correct: { text: essay },
    partly: { text: 'RAM loses its content without power.' },
    not_yet: { text: 'They are both parts of a computer.' },
  },
  secrets: ['violin', 'mark_scheme', 'criterion'],
  answerByKeyboard: (keys) => keys.typeInto('Your answer', essay),
}
