/**
 * The golden vectors of 01 §15 of the kinds built here, as an author and a student would send them. A result is
 * the exact fraction, `not_answered`, or the code with which the answer is refused.
 */
export interface GoldenQuestion {
  name: string
  kind: string
  preset?: string
  points?: number
  content: Record<string, unknown>
  answers: readonly (readonly [answer: unknown, result: string])[]
}

const ids = (letters: string) => [...letters]

const options = (letters: string, key: string) =>
  ids(letters).map((id) => ({ id, text: `Option ${id}`, is_correct: key.includes(id) }))

const choices: GoldenQuestion[] = [
  {
    name: 'multiple choice',
    kind: 'multiple_choice',
    content: { options: options('abcd', 'b') },
    answers: [
      [{ selected_option: 'b' }, '1'],
      [{ selected_option: 'a' }, '0'],
      [{ selected_option: null }, 'not_answered'],
      [{ selected_option: 'z' }, 'unknown_id'],
    ],
  },
  {
    name: 'true or false',
    kind: 'multiple_choice',
    preset: 'true_false',
    content: {
      options: ['true', 'false'].map((id) => ({ id, text: id, is_correct: id === 'false' })),
    },
    answers: [
      [false, '1'],
      [true, '0'],
      ['false', '1'],
    ],
  },
]

const chosen = ['ab', 'a', 'abc', 'ac', 'c', 'abcde'].map((letters) => ({ selected_options: ids(letters) }))
const multipleSelect = Object.entries({
  net_correct: ['1', '1/2', '1/2', '0', '0', '0'],
  coverage: ['1', '1/2', '2/3', '1/4', '0', '2/5'],
  each_answer: ['1', '4/5', '4/5', '3/5', '0', '2/5'],
  all_or_nothing: ['1', '0', '0', '0', '0', '0'],
}).map(
  ([scheme, results]): GoldenQuestion => ({
    name: `multiple select by ${scheme}`,
    kind: 'multiple_select',
    content: { options: options('abcde', 'ab'), scheme },
    answers: [
      ...chosen.map((answer, at) => [answer, results[at] ?? ''] as const),
      [{ selected_options: ids('baa') }, '1'],
    ],
  }),
)

const texts: GoldenQuestion[] = [
  {
    name: 'text input',
    kind: 'text_input',
    content: {
      accepted_answers: [
        { text: 'random access memory', fraction: 1 },
        { text: 'RAM', fraction: 1 },
        { text: 'memory', fraction: 0.5 },
      ],
      rejected_answers: [{ text: 'ROM', feedback: 'ROM keeps its content.' }],
      max_typos: 1,
    },
    answers: [
      [{ text: ' Random  Access Memory. ' }, '1'],
      [{ text: 'random acess memory' }, '1'],
      [{ text: 'rom' }, '0'],
      [{ text: 'rem' }, '0'],
      [{ text: 'memry' }, '1/2'],
    ],
  },
  {
    name: 'text input by keywords',
    kind: 'text_input',
    content: {
      accepted_answers: [{ text: 'it carries out the instructions of a program', fraction: 1 }],
      required_keywords: ['cpu|processor', 'instructions'],
      forbidden_keywords: ['hard drive'],
    },
    answers: [
      [{ text: 'The processor runs instructions' }, '1'],
      [{ text: 'The cpu is fast' }, '1/2'],
      [{ text: 'The CPU runs instructions from the hard drive' }, '1/2'],
      [{ text: 'processors' }, '0'],
    ],
  },
]

const pairs = (...made: string[]) => ({
  pairs: made.map((pair) => ({ left: pair.slice(0, 2), right: pair.slice(2) })),
})
const matching: GoldenQuestion = {
  name: 'matching',
  kind: 'matching',
  content: {
    left_items: ids('1234').map((n) => ({ id: `l${n}`, text: `Left ${n}` })),
    right_items: ids('12345').map((n) => ({ id: `r${n}`, text: `Right ${n}` })),
    correct_pairs: ids('1234').map((n) => ({ left: `l${n}`, right: `r${n}` })),
  },
  answers: [
    [pairs('l1r1', 'l2r2', 'l3r3', 'l4r4'), '1'],
    [pairs('l1r1', 'l2r2', 'l3r3', 'l4r5'), '3/4'],
    [pairs('l1r1', 'l2r2'), '1/2'],
    [pairs('l1r1', 'l1r2'), 'duplicate_pair'],
  ],
}

const orders = ['12345', '51234', '21345', '54321'].map((digits) => ({
  order: ids(digits).map((n) => `i${n}`),
}))
const items = (positions: string) =>
  ids(positions).map((position, at) => ({
    id: `i${at + 1}`,
    text: `Item ${at + 1}`,
    correct_position: Number(position),
  }))
const orderingResults: Record<string, [plain: string[], tied: string]> = {
  longest_sequence: [['1', '3/4', '3/4', '0'], '2/3'],
  exact_position: [['1', '0', '3/5', '1/5'], '3/5'],
  pairs: [['1', '1/5', '4/5', '0'], '5/9'],
}
const ordering = Object.entries(orderingResults).flatMap(([scheme, [plain, tied]]): GoldenQuestion[] => [
  {
    name: `ordering by ${scheme}`,
    kind: 'ordering',
    content: { items: items('12345'), scheme },
    answers: orders.map((answer, at) => [answer, plain[at] ?? ''] as const),
  },
  {
    name: `ordering with ties by ${scheme}`,
    kind: 'ordering',
    content: { items: items('12234'), scheme, allow_ties: true },
    // In places of the key: 1 3 2 2 4.
    answers: [[{ order: ['i1', 'i4', 'i2', 'i3', 'i5'] }, tied]],
  },
])

const numbers: GoldenQuestion[] = [
  {
    name: 'numeric',
    kind: 'numeric',
    content: { value: '0.75', tolerance_abs: '0.005' },
    answers: [
      [{ text: '3/4' }, '1'],
      [{ text: '.754' }, '1'],
      [{ text: '.76' }, '0'],
      [{ text: 'abc' }, '0'],
    ],
  },
  {
    name: 'numeric with a unit and a slip',
    kind: 'numeric',
    content: {
      value: '1500',
      units: [
        { unit: 'm', factor: 1 },
        { unit: 'km', factor: 1000 },
      ],
      slips: [
        { id: 's1', value: '150', fraction: 0.25, feedback: 'You lost a zero.', misconception_id: 'm1' },
      ],
    },
    answers: [
      [{ text: '1.5 km' }, '1'],
      [{ text: '1500' }, '1/2'],
      [{ text: '150 m' }, '1/4'],
    ],
  },
]

const cloze: GoldenQuestion = {
  name: 'cloze',
  kind: 'cloze',
  content: {
    text: 'A {{g1}} joins networks, a {{g2}} shows pictures, {{g3}} holds running programs.',
    gaps: [
      {
        id: 'g1',
        input: 'select',
        options: [
          { id: 'o1', text: 'router', is_correct: true },
          { id: 'o2', text: 'mouse', is_correct: false, feedback: 'A mouse is for pointing.' },
        ],
      },
      { id: 'g2', input: 'bank', words: [{ word: 'w1', fraction: 1 }] },
      {
        id: 'g3',
        input: 'typed',
        accepted_answers: [
          { text: 'RAM', fraction: 1 },
          { text: 'memory', fraction: 0.5 },
        ],
      },
    ],
    bank: ['screen', 'keyboard'].map((text, at) => ({ id: `w${at + 1}`, text })),
  },
  answers: [
    [{ gaps: { g1: 'o1', g2: 'w1', g3: 'ram' } }, '1'],
    [{ gaps: { g1: 'o1', g2: 'w1', g3: 'rom' } }, '2/3'],
    [{ gaps: { g3: 'memory' } }, '1/6'],
  ],
}

/** Marked by rule as soon as they are handed in. */
export const ruleMarked: readonly GoldenQuestion[] = [
  ...choices,
  ...multipleSelect,
  ...texts,
  matching,
  ...ordering,
  ...numbers,
  cloze,
]

/** Marked by the teacher: the answers are the points or levels awarded. */
export const teacherMarked: readonly (GoldenQuestion & { score: readonly number[] })[] = [
  {
    name: 'extended text by a mark scheme',
    kind: 'extended_text',
    points: 4,
    content: {
      mode: 'mark_scheme',
      points_available: 6,
      mark_scheme: [
        { id: 'c1', criterion: 'Names the short-term store', points: 2 },
        { id: 'c2', criterion: 'Names the long-term store', points: 4 },
      ],
    },
    answers: [
      [{ c1: 2, c2: 2 }, '2/3'],
      [{ c1: 2, c2: 4 }, '1'],
    ],
    score: [2.67, 4],
  },
  {
    name: 'extended text by a rubric',
    kind: 'extended_text',
    points: 10,
    content: {
      mode: 'rubric',
      dimensions: [
        { id: 'd1', name: 'Ideas', weight: 0.5 },
        { id: 'd2', name: 'Reasons', weight: 0.3 },
        { id: 'd3', name: 'Language', weight: 0.2 },
      ],
    },
    answers: [[{ d1: 3, d2: 2, d3: 4 }, '29/40']],
    score: [7.25],
  },
]
