import { describe, expect, it } from 'vitest'
import { type GateContext, gateQuestion } from './gate.ts'
import { listKinds } from './kinds.ts'
import { readQuestion } from './read-question.ts'

const passage = 'A router joins\n two networks. It passes data between them.'
const passageId = '01890000-0000-7000-8000-0000000000aa'
const context: GateContext = {
  vocabulary: [],
  yearGroup: 7,
  passages: new Map([[passageId, passage]]),
  questionTests: [],
}
const source_refs = [{ passage_id: passageId, quote: 'A router joins two networks.' }]

function example(code: string): Record<string, unknown> {
  return structuredClone(listKinds().find((kind) => kind.code === code)?.example ?? {})
}
const base = example('multiple_choice')

function findings(raw: unknown, change: Partial<GateContext> = {}): string[] {
  const read = readQuestion(raw)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  return gateQuestion(read.question, { ...context, ...change }).map(
    ({ level, code, pointer }) => `${level} ${code} ${pointer}`,
  )
}

interface Option {
  text: string
  is_correct: boolean
  feedback?: string
}
const router: Option = { text: 'Router', is_correct: true }
const other = (text: string): Option => ({
  text,
  is_correct: false,
  feedback: 'Not quite. Look at the parts.',
})
const withOptions = (...list: Option[]) => ({
  ...base,
  content: { options: list.map((option, n) => ({ id: `o${n}`, ...option })) },
})
const generated = { ...base, origin: 'rules', source_refs }
const words = (count: number) => `${Array(count).fill('word').join(' ')}.`

describe('the gate of one question', () => {
  it('passes a good question of a teacher and of the generator', () => {
    expect([findings(base), findings(generated)]).toEqual([[], []])
  })

  it.each([
    ['no key', withOptions(other('Mouse'), other('Screen')), ['error key_count /content/options']],
    ['two keys', withOptions(router, { ...router, text: 'Switch' }), ['error key_count /content/options']],
    ['options that differ by case, as code may', withOptions(router, other('router'), other('Mouse')), []],
    [
      'the same option twice',
      withOptions(router, other('Mouse'), other(' Mouse')),
      ['error duplicate_text /content/options/2/text'],
    ],
    [
      'a forbidden word in feedback',
      { ...base, feedback: { correct: 'Yes.', incorrect: 'Not quite. Wrong!' } },
      ['error forbidden_word /feedback/incorrect'],
    ],
    ['a forbidden word in a hint', { ...base, hint: 'It is a silly name.' }, ['error forbidden_word /hint']],
    ['a forbidden word in an option text', withOptions(router, { ...other('Wrong socket') }), []],
    ['a badge', { ...base, feedback: { correct: 'Yes. You earned a badge.', incorrect: 'Not quite.' } }, []],
    ['a warned word', { ...base, hint: 'It is easy to find.' }, ['warning warned_word /hint']],
    [
      'no correct feedback',
      { ...base, feedback: { incorrect: 'Not quite.' } },
      ['error feedback_missing /feedback/correct'],
    ],
    [
      'no incorrect feedback',
      { ...base, feedback: { correct: 'Yes.' } },
      ['error feedback_missing /feedback/incorrect'],
    ],
    [
      'no partial feedback',
      { ...example('ordering'), feedback: { correct: 'Yes.', incorrect: 'Not quite.' } },
      ['warning feedback_missing /feedback/partial'],
    ],
    [
      'no feedback while waiting',
      { ...example('extended_text'), feedback: {} },
      ['error feedback_missing /feedback/submitted'],
    ],
    ['no hint', { ...base, hint: null }, ['warning hint_missing /hint']],
    ['a hint with the answer', { ...base, hint: 'It is a ROUTER, look.' }, ['error hint_tells_answer /hint']],
    ['a hint with a word like the answer', { ...base, hint: 'It routes, as routers do.' }, []],
    [
      'a picture text with the answer',
      { ...base, media: [{ asset_id: 'x', alt: 'A router on a desk' }] },
      ['error alt_tells_answer /media/0/alt'],
    ],
    [
      'feedback without verdict',
      { ...base, feedback: { correct: 'A router.', incorrect: 'Not quite.' } },
      ['warning verdict_missing /feedback/correct'],
    ],
    [
      'five sentences',
      { ...base, feedback: { correct: 'Yes. A. B. C. D.', incorrect: 'Not quite.' } },
      ['warning too_many_sentences /feedback/correct'],
    ],
    [
      'a long sentence in feedback',
      { ...base, feedback: { correct: `Yes. ${words(21)}`, incorrect: 'Not quite.' } },
      ['warning long_sentence /feedback/correct'],
    ],
    [
      'a long sentence in the stem',
      { ...base, stem: `Select ONE answer. ${words(21)}` },
      ['warning long_sentence /stem'],
    ],
    [
      'hard words',
      {
        ...base,
        feedback: { correct: 'Yes. Initialise the accumulator immediately.', incorrect: 'Not quite.' },
      },
      ['warning hard_to_read /feedback/correct'],
    ],
    [
      'no form of the answer',
      { ...base, stem: 'Which device connects two networks?' },
      ['warning answer_form /stem'],
    ],
    [
      'eleven lines of code',
      { ...base, stem: `Select ONE answer.\n\`\`\`\n${'a = 1\n'.repeat(11)}\`\`\`` },
      ['warning long_code /stem'],
    ],
    [
      '26 lines of code',
      { ...base, stem: `Select ONE answer.\n\`\`\`\n${'a = 1\n'.repeat(26)}\`\`\`` },
      ['error long_code /stem'],
    ],
    [
      'a key that stands out',
      withOptions({ ...router, text: 'A router with many parts' }, other('A mouse'), other('A screen')),
      ['warning key_stands_out /content/options/0'],
    ],
  ])('judges %s', (_, raw, found) => {
    expect(findings(raw)).toEqual(found)
  })

  it.each([
    ['a negative stem', { stem: 'Which is not a network? Select ONE answer.' }, 'negative_stem /stem'],
    [
      'a catch-all option',
      withOptions(router, other('Mouse'), other('All of the above')),
      'catch_all_option /content/options/2',
    ],
    [
      'an unexplained distractor',
      withOptions(router, { text: 'Mouse', is_correct: false }),
      'distractor_unexplained /content/options/1',
    ],
    [
      'a changed letter in the quote',
      { source_refs: [{ passage_id: passageId, quote: 'A router joins two networkz.' }] },
      'quote_not_literal /source_refs/0/quote',
    ],
    [
      'a quote of another passage',
      { source_refs: [{ passage_id: '01890000-0000-7000-8000-0000000000bb', quote: 'A router' }] },
      'quote_not_literal /source_refs/0/quote',
    ],
  ])('refuses %s of the generator and warns a teacher', (_, change, found) => {
    expect(findings({ ...base, ...change })).toEqual([`warning ${found}`])
    expect(findings({ ...base, source_refs, ...change, origin: 'model' })).toEqual([`error ${found}`])
  })

  it('wants one to three sources of the generator', () => {
    const four = Array(4).fill(source_refs[0])
    const counted = [[], four].map((refs) => findings({ ...generated, source_refs: refs }))
    expect(counted).toEqual([['error source_missing /source_refs'], ['error source_missing /source_refs']])
  })

  it.each([
    ['human', 'multiple_choice', 5, 'error'],
    ['import', 'multiple_choice', 8, 'warning'],
    ['human', 'multiple_select', 6, 'warning'],
    ['human', 'multiple_select', 7, 'error'],
    ['rules', 'multiple_select', 5, 'error'],
    ['human', 'multiple_choice', 4, null],
  ])('judges a %s %s of %i options', (origin, kind, count, level) => {
    const all = ['Router', 'Mouse', 'Screen', 'Cable', 'Socket', 'Printer', 'Scanner', 'Speaker']
    const { content } = withOptions(...all.slice(0, count).map((text, n) => (n === 0 ? router : other(text))))
    const feedback = { correct: 'Yes.', partial: 'Nearly. Look again.', incorrect: 'Not quite.' }
    const found = findings({ ...base, kind, origin, content, feedback, source_refs })
    expect(found).toEqual(level === null ? [] : [`${level} too_many_options /content/options`])
  })

  it('lets the words of the unit be hard', () => {
    const feedback = { correct: 'Yes. The accumulator is a register.', incorrect: 'Not quite.' }
    const raw = { ...base, feedback }
    expect(findings(raw)).toEqual(['warning hard_to_read /feedback/correct'])
    expect(findings(raw, { vocabulary: ['accumulator', 'register'] })).toEqual([])
  })

  it('compares the reading age of a longer question with the year group', () => {
    const sentence =
      'Numerous organisations utilise considerable communication infrastructure internationally.'
    const raw = { ...base, stem: `${`${sentence} `.repeat(5)}Select ONE answer.` }
    expect(findings(raw, { yearGroup: 7 })).toEqual(['warning reading_age /stem'])
    expect(findings(raw, { yearGroup: null })).toEqual([])
  })

  it('runs the stored tests', () => {
    const answer = { selected_option: 'k7f2aq' }
    const questionTests = [
      { answer, fraction: 1 },
      { answer, fraction: 0.5 },
      { answer: { selected_option: 'zzzzzz' }, fraction: 0 },
    ]
    expect(findings(base, { questionTests })).toEqual([
      'error question_test /question_tests/1',
      'error question_test /question_tests/2',
    ])
  })
})

describe('self-marking', () => {
  it.each([
    [
      'numeric',
      { value: 5, slips: [{ id: 's1', value: 6, fraction: 1, feedback: 'Count again.' }], tolerance_abs: 0 },
    ],
    [
      'cloze',
      {
        text: 'A {{g1}}.',
        gaps: [
          { id: 'g1', input: 'typed', max_length: 3, accepted_answers: [{ text: 'long', fraction: 1 }] },
        ],
      },
    ],
  ])('finds a %s that does not mark as it should', (kind, content) => {
    const codes = findings({ ...example(kind), content }).filter((one) => one.startsWith('error'))
    expect(codes).toHaveLength(1)
  })

  it.each(['matching', 'ordering'])('names a key of %s that cannot be', (kind) => {
    // Two left items for one right item that may be used once; all items on one position.
    const text = JSON.stringify(example(kind))
      .replace('"right":"z3q5hf"', '"right":"m6b9xt"')
      .replaceAll(/"correct_position":\d/g, '"correct_position":1')
    const errors = findings(JSON.parse(text)).filter((one) => one.startsWith('error'))
    expect(errors).toEqual([expect.stringContaining('key_invalid /content')])
  })
})
