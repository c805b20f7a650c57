import { normaliseText } from '@waymark/science/marking/text.ts'
import { z } from 'zod'
import { pointerOf } from '../finding.ts'
import { type AnswerRefusal, defineKind } from '../kind.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, type Gap, renameParts, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'
import { authoredTexts, filledText, lesserAnswers, modelAnswer, optionLists } from './texts.ts'

export const entry = defineKind({
  code: 'cloze',
  label: 'Fill the gaps',
  presets: {},

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['gaps', 'gaps.options', 'bank'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ gaps: z.record(z.string().max(24), z.string().max(2000)) }),
  fromBare: () => null,
  refuse,
  isBlank,
  canonicalise: (content, answer) =>
    JSON.stringify(content.gaps.map((gap) => canonicalGap(gap, answer.gaps[gap.id] ?? ''))),
  describeAnswer: filledText,

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: () => true,
  textsReplaceFeedback: false,
  modelAnswer,
  lesserAnswers,
  keyText: (content) => filledText(content, modelAnswer(content)),

  defaultFeedback: {
    correct: 'Yes. Every gap is right.',
    partial: 'Nearly. {correct} of {total} gaps are right.',
    incorrect: 'Not quite. Read the whole sentence before you fill a gap.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts,
  optionLists,
  answerForm: {
    cues: ['fill', 'complete', 'gap', 'choose', 'select', 'write', 'missing'],
    sentence: 'Fill in the gaps.',
  },
  duplicateKey: () => null,
  statisticParts: (content) => content.gaps.map((gap) => gap.id),

  keyboard: [
    'Each gap is a native text field or pick-list in the running text, named "gap 2 of 3".',
    'The words of a bank are a pick-list per gap; dragging is only a shortcut.',
  ],
  example: {
    kind: 'cloze',
    stem: 'Fill in the gaps.',
    difficulty: 0.5,
    points: 2,
    time_estimate_seconds: 90,
    hint: 'One of the two loses its content when the power goes off.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['CS'],
    feedback: {
      correct: 'Yes. You can tell the two kinds of memory apart.',
      partial: 'Nearly. {correct} of {total} gaps are right.',
      incorrect: 'Not quite. Look at which memory keeps its content.',
    },
    content: {
      text: 'Programs that run are held in {{k4c7mw}}. Its content is {{d9f2xs}} without power.',
      gaps: [
        {
          id: 'k4c7mw',
          input: 'bank',
          words: [
            { word: 'n3t8vb', fraction: 1 },
            { word: 'q6z4ge', fraction: 0, feedback: 'ROM keeps what starts the computer.' },
          ],
        },
        {
          id: 'd9f2xs',
          input: 'typed',
          accepted_answers: [
            { text: 'lost', fraction: 1 },
            { text: 'gone', fraction: 1 },
          ],
        },
      ],
      bank: [
        { id: 'n3t8vb', text: 'RAM' },
        { id: 'q6z4ge', text: 'ROM' },
      ],
    },
  },
})

function refuse(content: Content, answer: Answer): AnswerRefusal | null {
  const gaps = new Map(content.gaps.map((gap) => [gap.id, gap]))
  for (const [id, given] of Object.entries(answer.gaps)) {
    const pointer = pointerOf(['gaps', id])
    const gap = gaps.get(id)
    if (!gap) return { code: 'unknown_id', pointer, message: 'This gap is not part of the question.' }
    const refusal = refuseFilling(content, gap, given)
    if (refusal) return { ...refusal, pointer }
  }
  return null
}

function refuseFilling(content: Content, gap: Gap, given: string): Omit<AnswerRefusal, 'pointer'> | null {
  if (given.trim() === '') return null
  if (gap.input === 'typed') {
    if ([...given].length <= gap.max_length) return null
    return { code: 'answer_invalid', message: `Use at most ${gap.max_length} characters.` }
  }
  const words = gap.input === 'select' ? gap.options : content.bank
  if (words.some((word) => word.id === given)) return null
  return { code: 'unknown_id', message: 'This word is not offered here.' }
}

function canonicalGap(gap: Gap, given: string): string {
  return gap.input === 'typed' ? normaliseText(given, gap.case_sensitive) : given
}
