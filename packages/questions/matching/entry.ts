import { z } from 'zod'
import { type AnswerRefusal, type AuthoredText, defineKind } from '../kind.ts'
import { type Answer, isBlank } from './answer.ts'
import { Content, contentVersion, findings, renameParts, upgrades } from './content.ts'
import { mark } from './mark.ts'
import { toStudent } from './student.ts'

const PartRef = z.string().max(24)

export const entry = defineKind({
  code: 'matching',
  label: 'Matching',
  presets: {
    categorise: { label: 'Sort into groups', contentDefaults: { reuse_right: true }, fixedIds: [] },
  },

  contentVersion,
  upgrades,
  content: Content,
  partLists: ['left_items', 'right_items'],
  renameParts,
  findings,
  toStudent,

  answer: z.strictObject({ pairs: z.array(z.strictObject({ left: PartRef, right: PartRef })).max(100) }),
  fromBare: () => null,
  refuse,
  isBlank,
  canonicalise: (_content, answer) =>
    answer.pairs
      .map(({ left, right }) => `${left}:${right}`)
      .sort()
      .join(),
  describeAnswer: (content, answer) => pairsText(content, answer.pairs),

  markerVersion: 1,
  marker: { by: 'rule', mark },
  partCredit: () => true,
  textsReplaceFeedback: false,
  modelAnswer: (content) => ({ pairs: content.correct_pairs.map(({ left, right }) => ({ left, right })) }),
  lesserAnswers: (content) =>
    content.correct_pairs.map((_, without) => ({
      pairs: content.correct_pairs.flatMap(({ left, right }, index) =>
        index === without ? [] : [{ left, right }],
      ),
    })),
  keyText: (content) => pairsText(content, content.correct_pairs),

  defaultFeedback: {
    correct: 'Yes. Every pair is right.',
    partial: 'Nearly. {correct} of {total} pairs are right.',
    incorrect: 'Not quite. Start with the pair you are most sure of.',
    submitted: 'Your answer is saved.',
  },
  authoredTexts,
  optionLists: () => [],
  answerForm: {
    cues: ['match', 'pair', 'sort', 'group', 'choose'],
    sentence: 'Match each item on the left.',
  },
  duplicateKey: () => null,
  statisticParts: (content) => content.left_items.map((item) => item.id),

  keyboard: [
    'A labelled pick-list beside each left item; dragging is only a shortcut.',
    'Each pair made is spoken: "RAM, paired with: loses its content without power".',
  ],
  example: {
    kind: 'matching',
    stem: 'Match each part with what it does.',
    difficulty: 0.5,
    points: 2,
    time_estimate_seconds: 90,
    hint: 'Begin with the part that shows pictures.',
    competency_ids: ['01890000-0000-7000-8000-000000000001'],
    strands: ['CS'],
    feedback: {
      correct: 'Yes. You know what each part does.',
      partial: 'Nearly. {correct} of {total} pairs are right.',
      incorrect: 'Not quite. Read what each part does again.',
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
      correct_pairs: [
        { left: 'c2w7ns', right: 'm6b9xt' },
        { left: 'g5k3ed', right: 'z3q5hf' },
        { left: 'v8r4ja', right: 'y7d2pc' },
      ],
      other_pairs: [{ left: 'g5k3ed', right: 's4n8uk', feedback: 'A printer prints on paper.' }],
    },
  },
})

function refuse(content: Content, answer: Answer): AnswerRefusal | null {
  const lefts = new Set(content.left_items.map((item) => item.id))
  const rights = new Set(content.right_items.map((item) => item.id))
  const usedLefts = new Set<string>()
  const usedRights = new Set<string>()
  for (const [index, { left, right }] of answer.pairs.entries()) {
    const at = `/pairs/${index}`
    if (!lefts.has(left)) return unknown(`${at}/left`)
    if (!rights.has(right)) return unknown(`${at}/right`)
    if (usedLefts.has(left)) return paired(`${at}/left`)
    if (usedRights.has(right) && !content.reuse_right) return paired(`${at}/right`)
    usedLefts.add(left)
    usedRights.add(right)
  }
  return null
}

function unknown(pointer: string): AnswerRefusal {
  return { code: 'unknown_id', pointer, message: 'This item is not part of the question.' }
}

function paired(pointer: string): AnswerRefusal {
  return { code: 'duplicate_pair', pointer, message: 'This item is paired twice.' }
}

function pairsText(content: Content, pairs: readonly { left: string; right: string }[]): string {
  const texts = new Map([...content.left_items, ...content.right_items].map((item) => [item.id, item.text]))
  return pairs.map(({ left, right }) => `${texts.get(left)}: ${texts.get(right)}`).join('; ')
}

function authoredTexts(content: Content): AuthoredText[] {
  const items = (['left_items', 'right_items'] as const).flatMap((list) =>
    content[list].map(
      (item, index): AuthoredText => ({ pointer: `/${list}/${index}/text`, text: item.text, role: 'option' }),
    ),
  )
  const feedback = (['correct_pairs', 'other_pairs'] as const).flatMap((list) =>
    content[list].flatMap((pair, index): AuthoredText[] =>
      pair.feedback ? [{ pointer: `/${list}/${index}/feedback`, text: pair.feedback, role: 'feedback' }] : [],
    ),
  )
  return [...items, ...feedback]
}
