import { z } from 'zod'
import { type AnswerRefusal, defineKind } from '../kind.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, renameParts, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'

export const entry = defineKind({
  code: 'ordering',
  label: 'Ordering',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['items'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ order: z.array(z.string().max(24)).max(50) }),
  fromBare: () => null,
  refuse,
  isBlank,
  canonicalise: (_content, answer) => answer.order.join(),
  describeAnswer: (content, answer) => orderText(content, answer.order),

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: () => true,
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ order: rightOrder(content) }),
  lesserAnswers: (content) => [{ order: rightOrder(content).reverse() }],
  keyText: (content) => orderText(content, rightOrder(content)),

  defaultFeedback: {
    correct: 'Yes. Every step is in its place.',
    partial: 'Nearly. Some steps follow each other as they should.',
    incorrect: 'Not quite. Find the step that must come first.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts: (content) =>
    content.items.map((item, index) => ({
      pointer: `/items/${index}/text`,
      text: item.text,
      role: 'option',
    })),
  optionLists: () => [],
  answerForm: {
    cues: ['order', 'sequence', 'arrange', 'first to last'],
    sentence: 'Put the steps in order.',
  },
  duplicateKey: () => null,
  statisticParts: (content) => content.items.map((item) => item.id),

  keyboard: [
    'Buttons Up and Down beside each item, and Undo; dragging is only a shortcut.',
    'Each move is spoken: "Boil the water, place 2 of 4".',
    'The button "This order is right" answers without a move.',
  ],
  example: {
    kind: 'ordering',
    stem: 'Put the steps of making tea in order.',
    difficulty: 0.25,
    points: 1,
    time_estimate_seconds: 60,
    hint: 'The water must be hot before the tea goes in.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['AL'],
    feedback: {
      correct: 'Yes. Each step follows the one before it.',
      partial: 'Nearly. Check which step comes next.',
      incorrect: 'Not quite. Find the step that must come first.',
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
})

function refuse(content: Content, answer: Answer): AnswerRefusal | null {
  if (isBlank(answer)) return null
  const known = new Set(content.items.map((item) => item.id))
  const stranger = answer.order.findIndex((id) => !known.has(id))
  if (stranger >= 0) {
    const message = 'This item is not part of the question.'
    return { code: 'unknown_id', pointer: `/order/${stranger}`, message }
  }
  const complete = answer.order.length === known.size && new Set(answer.order).size === known.size
  if (complete) return null
  return { code: 'not_a_permutation', pointer: '/order', message: 'Name every item exactly once.' }
}

function rightOrder(content: Content): string[] {
  return content.items.toSorted((a, b) => a.correct_position - b.correct_position).map((item) => item.id)
}

function orderText(content: Content, order: readonly string[]): string {
  const texts = new Map(content.items.map((item) => [item.id, item.text]))
  return order.map((id, index) => `${index + 1}. ${texts.get(id)}`).join('; ')
}
