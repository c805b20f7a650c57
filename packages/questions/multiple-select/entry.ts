import { z } from 'zod'
import { type AnswerRefusal, defineKind } from '../kind.ts'
import { idFromBare, optionList, optionTexts } from '../option-lists.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, renameParts, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'

export const entry = defineKind({
  code: 'multiple_select',
  label: 'Multiple select',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['options'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ selected_options: z.array(z.string().max(24)).max(50) }),
  fromBare: (content, bare) => ({ selected_options: [idFromBare(content.options, bare)] }),
  refuse,
  isBlank,
  canonicalise: (_content, answer) => [...new Set(answer.selected_options)].sort().join(),
  describeAnswer: (content, answer) =>
    content.options
      .filter((option) => answer.selected_options.includes(option.id))
      .map((option) => option.text)
      .join('; '),

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: (content) => content.scheme !== 'all_or_nothing',
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ selected_options: rightIds(content) }),
  lesserAnswers,
  keyText: (content) =>
    content.options
      .filter((option) => option.is_correct)
      .map((option) => option.text)
      .join('; '),

  defaultFeedback: {
    correct: 'Yes. You found every right answer and no other.',
    partial: 'Nearly. Some of your choices are right. Check each one again.',
    incorrect: 'Not quite. Check each option against the question, one at a time.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts: (content) => optionTexts('/options', content.options, 'feedback'),
  optionLists: (content) => [optionList('/options', content.options, 6)],
  answerForm: { cues: ['select', 'choose', 'tick', 'pick'], sentence: 'Select ALL that apply.' },
  duplicateKey: () => null,
  statisticParts: (content) => content.options.map((option) => option.id),

  keyboard: [
    'Native checkboxes: Tab moves, Space ticks.',
    'After each tick the number selected is spoken: "2 selected".',
  ],
  example: {
    kind: 'multiple_select',
    stem: 'Which of these are input devices? Select TWO answers.',
    difficulty: 0.25,
    points: 2,
    time_estimate_seconds: 60,
    hint: 'Data goes into the computer through them.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['CS'],
    feedback: {
      correct: 'Yes. Both send data into the computer.',
      partial: 'Nearly. You found {correct} of {total}.',
      incorrect: 'Not quite. Look for devices that send data in.',
    },
    content: {
      options: [
        { id: 'd4k8vz', text: 'Keyboard', is_correct: true },
        { id: 'r2m7qc', text: 'Mouse', is_correct: true },
        { id: 'x9s3hb', text: 'Speaker', is_correct: false, feedback: 'A speaker gives sound out.' },
        { id: 'n6t5wf', text: 'Printer', is_correct: false, feedback: 'A printer gives paper out.' },
      ],
      max_selections: 2,
      scheme: 'net_correct',
    },
  },
})

function refuse(content: Content, answer: Answer): AnswerRefusal | null {
  const known = new Set(content.options.map((option) => option.id))
  const stranger = answer.selected_options.findIndex((id) => !known.has(id))
  if (stranger >= 0) {
    const message = 'This option is not part of the question.'
    return { code: 'unknown_id', pointer: `/selected_options/${stranger}`, message }
  }
  const chosen = new Set(answer.selected_options).size
  if (content.max_selections === null || chosen <= content.max_selections) return null
  const message = `Choose at most ${content.max_selections}; ${chosen} are chosen.`
  return { code: 'too_many_selections', pointer: '/selected_options', message }
}

function rightIds(content: Content): string[] {
  return content.options.filter((option) => option.is_correct).map((option) => option.id)
}

/** The key with one right option left out, and with one other option added. */
function lesserAnswers(content: Content): Answer[] {
  const right = rightIds(content)
  const without = right.map((id) => right.filter((other) => other !== id))
  const withOther = content.options.filter((option) => !option.is_correct).map(({ id }) => [...right, id])
  return [...without, ...withOther].map((selected_options) => ({ selected_options }))
}
