import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { idFromBare, optionList, optionTexts } from '../option-lists.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, renameParts, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'

const AnswerShape = z.strictObject({
  // The preset true_false takes false and true themselves.
  selected_option: z.union([z.string().max(24), z.boolean().transform(String)]).nullable(),
})

export const entry = defineKind({
  code: 'multiple_choice',
  label: 'Multiple choice',
  presets: {
    true_false: {
      label: 'True or false',
      contentDefaults: { shuffle_options: false },
      fixedIds: ['true', 'false'],
    },
  },

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['options'],
  renameParts,
  findings,
  toStudent,

  answer: AnswerShape,
  fromBare: (content, bare) => ({ selected_option: idFromBare(content.options, bare) }),
  refuse(content, answer) {
    const known = content.options.some((option) => option.id === answer.selected_option)
    if (isBlank(answer) || known) return null
    return {
      code: 'unknown_id',
      pointer: '/selected_option',
      message: 'This option is not part of the question.',
    }
  },
  isBlank,
  canonicalise: (_content, answer) => answer.selected_option ?? '',
  describeAnswer: (content, answer) => optionText(content, answer),

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: () => false,
  textsReplaceFeedback: true,
  modelAnswer: (content) => ({
    selected_option: content.options.find((option) => option.is_correct)?.id ?? null,
  }),
  lesserAnswers: (content) =>
    content.options.filter((option) => !option.is_correct).map((option) => ({ selected_option: option.id })),
  keyText: (content) => content.options.find((option) => option.is_correct)?.text ?? '',

  defaultFeedback: {
    correct: 'Yes. That is the right answer.',
    partial: 'Nearly. Look at the question once more.',
    incorrect: 'Not quite. Read each option again and compare it with the question.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts: (content) => optionTexts('/options', content.options, 'verdict'),
  optionLists: (content) => [optionList('/options', content.options, 4)],
  answerForm: { cues: ['select', 'choose', 'tick', 'pick', 'true or false'], sentence: 'Select ONE answer.' },
  duplicateKey: () => null,
  statisticParts: (content) => content.options.map((option) => option.id),

  keyboard: ['Native radio buttons: Tab reaches the group, the arrow keys choose.'],
  example: {
    kind: 'multiple_choice',
    stem: 'Which device connects two networks? Select ONE answer.',
    difficulty: 0.25,
    points: 1,
    time_estimate_seconds: 45,
    hint: 'Think of the box that passes data from your home to the internet.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['NW'],
    feedback: {
      correct: 'Yes. A router joins your home to the net.',
      incorrect: 'Not quite. Look for the device that joins networks.',
    },
    content: {
      options: [
        { id: 'k7f2aq', text: 'Router', is_correct: true },
        {
          id: 'p3x9dm',
          text: 'Keyboard',
          is_correct: false,
          feedback: 'Not quite. A keyboard sends text to one computer.',
        },
        {
          id: 'w8c4tn',
          text: 'Monitor',
          is_correct: false,
          feedback: 'Not quite. A monitor shows what one computer is doing.',
        },
        {
          id: 'b5j6re',
          text: 'Printer',
          is_correct: false,
          feedback: 'Not quite. A printer puts text on paper.',
        },
      ],
    },
  },
})

function optionText(content: Content, answer: Answer): string {
  return content.options.find((option) => option.id === answer.selected_option)?.text ?? ''
}
