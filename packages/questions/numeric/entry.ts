import { readQuantity } from '@waymark/science/marking/decimal.ts'
import { fractionText, multiply } from '@waymark/science/marking/fraction.ts'
import { normaliseText } from '@waymark/science/marking/text.ts'
import { z } from 'zod'
import { type AuthoredText, defineKind } from '../kind.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, renameParts, upgrades } from './content.ts'
import { exact } from './exact.ts'
import { factorOf, mark } from './mark.ts'
import { toStudent } from './student.ts'

export const entry = defineKind({
  code: 'numeric',
  label: 'Number',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['slips'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ text: z.string().max(200) }),
  fromBare: (_content, bare) => ({ text: String(bare) }),
  refuse: () => null,
  isBlank,
  canonicalise,
  describeAnswer: (_content, answer) => answer.text,

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: (content) => content.units.length > 0 || content.slips.some((slip) => slip.fraction > 0),
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ text: valueText(content) }),
  lesserAnswers: (content) => content.slips.map((slip) => ({ text: slip.value })),
  keyText: valueText,

  defaultFeedback: {
    correct: 'Yes. That is the right number.',
    partial: 'Nearly. Check the last step and the unit.',
    incorrect: 'Not quite. Work through the steps once more.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts,
  optionLists: () => [],
  answerForm: {
    cues: ['write', 'type', 'enter', 'number', 'calculate', 'how many', 'work out'],
    sentence: 'Write a number.',
  },
  duplicateKey: (content) => fractionText(exact(content.value)),
  statisticParts: () => ['value'],

  keyboard: ['A native text field; spell-check and autocomplete are off.'],
  example: {
    kind: 'numeric',
    stem: 'A file has 1,500 bytes. How many kilobytes is that? Write a number with its unit.',
    difficulty: 0.5,
    points: 2,
    time_estimate_seconds: 90,
    hint: 'One kilobyte is one thousand bytes.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['DD'],
    feedback: {
      correct: 'Yes. One thousand bytes make one kilobyte.',
      partial: 'Nearly. Check the unit of your number.',
      incorrect: 'Not quite. Divide the number of bytes by one thousand.',
    },
    content: {
      value: 1.5,
      tolerance_abs: 0.005,
      units: [
        { unit: 'kB', factor: 1 },
        { unit: 'bytes', factor: 0.001 },
      ],
      slips: [
        {
          id: 'h2v6gy',
          value: 15,
          fraction: 0.25,
          feedback: 'You divided by one hundred. Divide by one thousand.',
        },
      ],
    },
  },
})

function valueText(content: Content): string {
  const own = content.units.find((one) => fractionText(exact(one.factor)) === '1')
  return own ? `${content.value} ${own.unit}` : content.value
}

/** The value itself, so that 3/4 and 0.75 count as one answer; with a mark for a unit that is not known. */
function canonicalise(content: Content, answer: Answer): string {
  const read = readQuantity(answer.text)
  if (!read.ok) return `? ${normaliseText(answer.text)}`
  const factor = factorOf(content, read.unit)
  return factor ? fractionText(multiply(read.value, factor)) : `${fractionText(read.value)} ? ${read.unit}`
}

function authoredTexts(content: Content): AuthoredText[] {
  return [
    { pointer: '/value', text: content.value, role: 'accepted' },
    ...content.slips.map(
      (slip, index): AuthoredText => ({
        pointer: `/slips/${index}/feedback`,
        text: slip.feedback,
        role: 'feedback',
      }),
    ),
  ]
}
