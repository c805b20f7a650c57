import { describe, expect, it } from 'vitest'
import { fingerprint, type GatedQuiz, gateQuiz, likestKnown } from './gate.ts'
import { listKinds } from './kinds.ts'
import { questionWith } from './laws.ts'
import { difficultyOfLevel, levelOfDifficulty, type Question } from './question.ts'
import { likeness } from './similarity.ts'

const objective = '01890000-0000-7000-8000-000000000001'
const kinds = ['multiple_choice', 'text_input', 'ordering', 'matching']
const topics = [
  'apple',
  'bridge',
  'candle',
  'dragon',
  'engine',
  'forest',
  'guitar',
  'hammer',
  'island',
  'jungle',
]

/** Questions with nothing alike, of the kinds and levels given. */
function quizOf(codes: string[], levels: number[], change: Partial<GatedQuiz> = {}): GatedQuiz {
  const questions = codes.map((code, n) => {
    const example = listKinds().find((kind) => kind.code === code)?.example
    const topic = topics[n % topics.length] ?? ''
    const content = JSON.parse(
      JSON.stringify(example?.content).replaceAll(/"text":"/g, `"text":"${topic.repeat(5)} `),
    )
    const question: Question = {
      ...questionWith(code, content),
      stem: `${topic.repeat(5)} ${topic} ${topic}`,
      strands: ['NW'],
      difficulty: difficultyOfLevel(levels[n] ?? 3),
    }
    return { question, approved: true }
  })
  return {
    questions,
    objective_ids: [objective],
    durationMinutes: codes.length,
    isComputing: true,
    ...change,
  }
}
const five = quizOf([...kinds, 'multiple_choice'], [2, 2, 3, 4, 4])
const found = (quiz: GatedQuiz) =>
  gateQuiz(quiz).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)
const changed = (change: Partial<Question>) => ({
  ...five,
  questions: five.questions.map((one, n) =>
    n === 1 ? { ...one, question: { ...one.question, ...change } } : one,
  ),
})

describe('the gate of a quiz', () => {
  it('passes a good quiz', () => {
    expect(found(five)).toEqual([])
  })

  it.each([
    [
      'no question',
      quizOf([], [], { objective_ids: [], durationMinutes: null }),
      ['error question_count /questions'],
    ],
    [
      'an uncovered objective',
      { ...five, objective_ids: [objective, 'other'] },
      ['error objective_uncovered /objective_ids/1'],
    ],
    ['a question without strand', changed({ strands: [] }), ['error strand_missing /questions/1/strands']],
    ['too long a quiz', { ...five, durationMinutes: 3 }, ['warning time_total /questions']],
    ['a quarter off the time', { ...five, durationMinutes: 4 }, []],
    ['too short a quiz', { ...five, durationMinutes: 7 }, ['warning time_total /questions']],
    [
      'a hard opening',
      quizOf(kinds.concat('numeric'), [3, 2, 3, 4, 4]),
      ['warning opening_level /questions/0/difficulty'],
    ],
    [
      'an easy close',
      quizOf(kinds.concat('numeric'), [2, 2, 3, 4, 3]),
      ['warning closing_level /questions/4/difficulty'],
    ],
  ])('judges %s', (_, quiz, findings) => {
    expect(found(quiz)).toEqual(findings)
  })

  it('wants every question approved', () => {
    const questions = five.questions.map((one, n) => ({ ...one, approved: n !== 2 }))
    expect(found({ ...five, questions })).toEqual(['error not_approved /questions/2'])
  })

  it('does not ask other subjects for strands', () => {
    expect(found({ ...changed({ strands: [] }), isComputing: false })).toEqual([])
  })

  it('refuses more than 60 questions', () => {
    const questions = Array(61).fill(five.questions[0])
    expect(found({ ...five, questions }).filter((one) => one.includes('question_count'))).toHaveLength(1)
  })

  it('notices few kinds from eight questions on, and four of a kind in a row', () => {
    const codes = [
      'ordering',
      'ordering',
      'ordering',
      'ordering',
      'matching',
      'matching',
      'matching',
      'text_input',
    ]
    const findings = found(quizOf(codes, [1, 2, 3, 3, 3, 3, 4, 5]))
    expect(findings).toEqual(['warning few_kinds /questions', 'warning kind_run /questions/3'])
  })

  it('refuses the same question twice and warns of one that is alike', () => {
    const stem = 'Name one device that connects networks together.'
    const text = (one: string): Question => ({
      ...questionWith('text_input', { accepted_answers: [{ text: 'router', fraction: 1 }] }),
      stem: one,
      strands: ['NW'],
    })
    const pair = (other: string) =>
      gateQuiz({
        questions: [stem, other].map((one) => ({ question: text(one), approved: true })),
        objective_ids: [],
        durationMinutes: null,
        isComputing: true,
      }).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)
    expect(pair(`${stem} Write ONE word.`)).toEqual(['error near_duplicate /questions/1'])
    expect(pair('Name one device that connects two networks.')).toEqual([
      'warning near_duplicate /questions/1',
    ])
    expect(pair('What does a monitor show?')).toEqual([])
  })
})

describe('likeness', () => {
  const binary = (digits: string, value: number, kind = 'numeric'): Question => ({
    ...questionWith(
      kind,
      kind === 'numeric' ? { value } : { accepted_answers: [{ text: String(value), fraction: 1 }] },
    ),
    stem: `What is the decimal value of the binary number ${digits}?`,
  })
  const alike = (one: Question, other: Question) => likeness(fingerprint(one), fingerprint(other))

  it('takes numeric questions for the same only when they ask for the same value', () => {
    expect(alike(binary('1010', 10), binary('1011', 11))).toBe(0)
    expect(alike(binary('1010', 10), binary('1010', 10))).toBeCloseTo(1)
  })

  it('compares other kinds by their words', () => {
    expect(alike(binary('1010', 10, 'text_input'), binary('1011', 11, 'text_input'))).toBeCloseTo(0.965, 3)
  })

  it('does not depend on the authored order of options', () => {
    const options = ['Router', 'Mouse', 'Screen'].map((text, n) => ({
      id: `o${n}`,
      text,
      is_correct: n === 0,
    }))
    const [one, other] = [options, options.toReversed()].map((list) =>
      questionWith('multiple_choice', { options: list }),
    )
    expect(alike(one as Question, other as Question)).toBeCloseTo(1)
  })

  it('finds the likest question of the school from .85 on', () => {
    const known = [binary('1011', 11), binary('1010', 10)].map((question, n) => {
      return { id: `q${n}`, print: fingerprint({ ...question, kind: question.kind }) }
    })
    expect(likestKnown(fingerprint(binary('1010', 10)), known)?.id).toBe('q1')
    expect(likestKnown(fingerprint(binary('1100', 12)), known)).toBeNull()
  })
})

describe('levels', () => {
  it('are stored as (L − 1) ÷ 4 and read back, easy, medium and hard being 2, 3 and 4', () => {
    expect([1, 2, 3, 4, 5].map((level) => levelOfDifficulty(difficultyOfLevel(level)))).toEqual([
      1, 2, 3, 4, 5,
    ])
    expect([0.25, 0.5, 0.75].map(levelOfDifficulty)).toEqual([2, 3, 4])
  })
})
