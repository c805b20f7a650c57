import { common, type KindScript } from '../kind-script.ts'

export const ordering: KindScript = {
  kind: 'ordering',
  question: {
    ...common,
    kind: 'ordering',
    stem: 'Put the steps of making tea in order.',
    points: 2,
    hint: 'The hint of the meadow: the water must be hot first.',
    feedback: {
      correct: 'Yes. The praise of the meadow: each step follows.',
      partial: 'Nearly. The meadow checks which step comes next.',
      incorrect: 'Not quite. The advice of the meadow: find the first step.',
    },
    content: {
      items: [
        { id: 'e3h7kq', text: 'Fill the kettle', correct_position: 1 },
        { id: 'u8c2wm', text: 'Boil the water', correct_position: 2 },
        { id: 'j5x9rb', text: 'Pour the water on the tea', correct_position: 3 },
        { id: 'a6t4fz', text: 'Take the tea bag out', correct_position: 4 },
      ],
    },
  },
  answers: {
    correct: { order: ['e3h7kq', 'u8c2wm', 'j5x9rb', 'a6t4fz'] },
    partly: { order: ['u8c2wm', 'e3h7kq', 'j5x9rb', 'a6t4fz'] },
    not_yet: { order: ['a6t4fz', 'j5x9rb', 'u8c2wm', 'e3h7kq'] },
  },
  secrets: ['meadow', 'correct_position'],
  answerByKeyboard: async (keys) => {
    const steps = ['Fill the kettle', 'Boil the water', 'Pour the water on the tea', 'Take the tea bag out']
    for (const [place, step] of steps.entries()) await keys.moveUpTo(step, place + 1)
    await keys.pressIfThere('This order is right')
  },
}
