import { normaliseText } from '@waymark/science/marking/text.ts'
import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { countWords, isBlank } from './answer.ts'
import { award } from './award.ts'
import { Content, contentVersion, findings, mostCharacters, renameParts, upgrades } from './content.ts'
import { toStudent } from './student.ts'

export const entry = defineKind({
  code: 'extended_text',
  label: 'Extended text',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['mark_scheme', 'dimensions'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ text: z.string().max(mostCharacters) }),
  fromBare: (_content, bare) => ({ text: String(bare) }),
  refuse: () => null,
  isBlank,
  canonicalise: (_content, answer) => normaliseText(answer.text, true),
  describeAnswer: (_content, answer) => answer.text,

  markerVersion: 1,
  marker: {
    by: 'teacher',
    award,
    reasons(content, answer) {
      const words = countWords(answer.text)
      if (words < content.min_words) return ['too_short']
      return words > content.max_words ? ['too_long'] : []
    },
  },
  partCredit: () => true,
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ text: Array(Math.max(1, content.min_words)).fill('word').join(' ') }),
  lesserAnswers: () => [],
  keyText: (content) =>
    content.mode === 'rubric'
      ? content.dimensions.map(({ name }) => name).join('; ')
      : content.mark_scheme.map(({ criterion }) => criterion).join('; '),

  defaultFeedback: {
    correct: 'Yes. Your answer covers everything that was asked.',
    partial: 'Nearly. Your answer covers part of what was asked.',
    incorrect: 'Not yet. Read the question again and add your reasons.',
    submitted: 'Your answer is with your teacher. The mark comes later.',
  },
  authoredTexts: () => [],
  optionLists: () => [],
  answerForm: {
    cues: ['write', 'explain', 'describe', 'compare', 'give', 'say', 'discuss'],
    sentence: 'Write three sentences.',
  },
  duplicateKey: () => null,
  statisticParts: (content) =>
    (content.mode === 'rubric' ? content.dimensions : content.mark_scheme).map(({ id }) => id),

  keyboard: ['A native text area; words written are spoken on request.', 'Tab leaves the field.'],
  example: {
    kind: 'extended_text',
    stem: 'Explain why a computer has both RAM and a hard drive. Write three sentences.',
    difficulty: 0.75,
    points: 4,
    time_estimate_seconds: 300,
    hint: 'Think about what happens when the power goes off.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['CS'],
    feedback: { submitted: 'Your answer is with your teacher. The mark comes later.' },
    content: {
      min_words: 20,
      max_words: 120,
      mode: 'mark_scheme',
      points_available: 6,
      mark_scheme: [
        { id: 'f4h8ka', criterion: 'Says that RAM loses its content without power', points: 2 },
        { id: 'q7z2mc', criterion: 'Says that a hard drive keeps its content', points: 2 },
        { id: 't9d3vx', criterion: 'Says that RAM is faster', points: 2 },
      ],
    },
  },
})
