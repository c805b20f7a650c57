import { normaliseText } from '@waymark/science/marking/text.ts'
import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { modelText, textKeyTexts } from '../text-key.ts'
import { isBlank } from './answer.ts'
import { Content, contentVersion, findings, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'

export const entry = defineKind({
  code: 'text_input',
  label: 'Short text',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: [],
  renameParts: (content) => content,
  findings,
  toStudent,

  answer: z.strictObject({ text: z.string().max(2000) }),
  fromBare: (_content, bare) => ({ text: String(bare) }),
  refuse(content, answer) {
    if ([...answer.text].length <= content.max_length) return null
    const message = `Use at most ${content.max_length} characters.`
    return { code: 'answer_invalid', pointer: '/text', message }
  },
  isBlank,
  canonicalise: (content, answer) => normaliseText(answer.text, content.case_sensitive),
  describeAnswer: (_content, answer) => answer.text,

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: (content) =>
    content.required_keywords.length > 0 ||
    content.accepted_answers.some((one) => one.fraction > 0 && one.fraction < 1),
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ text: modelText(content) }),
  lesserAnswers: (content) => content.rejected_answers.map(({ text }) => ({ text })),
  keyText: modelText,

  defaultFeedback: {
    correct: 'Yes. That is the right answer.',
    partial: 'Nearly. Part of your answer is right. Make it more exact.',
    incorrect: 'Not quite. Read the question again and look for its key term.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts: (content) => textKeyTexts('', content),
  optionLists: () => [],
  answerForm: { cues: ['write', 'type', 'enter', 'name', 'give'], sentence: 'Write ONE word.' },
  duplicateKey: () => null,
  statisticParts: () => ['text'],

  keyboard: [
    'A native text field; spell-check and autocomplete are off.',
    'The characters left are spoken from 20 on.',
  ],
  example: {
    kind: 'text_input',
    stem: 'What does RAM stand for? Write the three words.',
    difficulty: 0.5,
    points: 1,
    time_estimate_seconds: 60,
    hint: 'The first word says that any place can be reached at once.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['CS'],
    feedback: {
      correct: 'Yes. RAM holds the programs that are running.',
      partial: 'Nearly. One word of the three is there.',
      incorrect: 'Not quite. Look at the letters R, A and M again.',
    },
    content: {
      max_length: 60,
      accepted_answers: [
        { text: 'random access memory', fraction: 1 },
        { text: 'memory', fraction: 0.5 },
      ],
      rejected_answers: [{ text: 'ROM', feedback: 'ROM is memory that keeps its content.' }],
      max_typos: 1,
    },
  },
})
