import { common, type KindScript } from '../kind-script.ts'

const pairs = [
  { left: 'c2w7ns', right: 'm6b9xt' },
  { left: 'g5k3ed', right: 'z3q5hf' },
  { left: 'v8r4ja', right: 'y7d2pc' },
] as const

export const matching: KindScript = {
  kind: 'matching',
  question: {
    ...common,
    kind: 'matching',
    stem: 'Match each part with what it does.',
    points: 3,
    hint: 'The hint of the pebble: begin with the pictures.',
    feedback: {
      correct: 'Yes. The praise of the pebble: you know each part.',
      partial: 'Nearly. The pebble counted {correct} of {total} pairs.',
      incorrect: 'Not quite. The advice of the pebble: read each part again.',
    },
    content: {
      left_items: [
        { id: 'c2w7ns', text: 'CPU' },
        { id: 'g5k3ed', text: 'Monitor' },
        { id: 'v8r4ja', text: 'Hard drive' },
      ],
      right_items: [
        { id: 'm6b9xt', text: 'Carries out instructions' },
        { id: 'z3q5hf', text: 'Shows pictures' },
        { id: 'y7d2pc', text: 'Keeps files' },
        { id: 's4n8uk', text: 'Prints on paper' },
      ],
      correct_pairs: pairs,
      other_pairs: [{ left: 'g5k3ed', right: 's4n8uk', feedback: 'The pebble prints on paper.' }],
    },
  },
  answers: {
    correct: { pairs },
    partly: { pairs: [pairs[0], { left: 'g5k3ed', right: 's4n8uk' }] },
    not_yet: { pairs: [{ left: 'c2w7ns', right: 's4n8uk' }] },
  },
  secrets: ['pebble', 'correct_pairs', 'other_pairs'],
  answerByKeyboard: async (keys) => {
    await keys.pickFrom('CPU', 'Carries out instructions')
    await keys.pickFrom('Monitor', 'Shows pictures')
    await keys.pickFrom('Hard drive', 'Keeps files')
  },
}
