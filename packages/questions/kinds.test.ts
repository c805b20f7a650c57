import { describe, expect, it } from 'vitest'
import { gateQuestion } from './gate.ts'
import {
  canonicalAnswer,
  checkQuestion,
  describeAnswer,
  exportQuestion,
  forVariant,
  importQuestion,
  isBlank,
  keyOf,
  listKinds,
  markAnswer,
  markByTeacher,
  modelAnswer,
  type Question,
  readQuestion,
  statisticParts,
  studentCopy,
  studentScaffold,
} from './kinds.ts'
import { questionWith } from './laws.ts'
import { kindOf } from './registry.ts'

const seed = { shuffleKey: '5f1d7c0a9b3e4d62', versionId: 'v1' }
const nobody = { attemptId: 'x', hintUsed: false }

function read(raw: unknown): Question {
  const question = readQuestion(raw)
  if ('findings' in question) throw new Error(JSON.stringify(question.findings))
  return question.question
}
const examples = listKinds().map(({ code, example }) => ({ code, question: read(example) }))

/** Names of fields that only the author's side knows. */
const secretFields =
  /"(is_correct|correct\w*|accepted_answers|rejected_answers|\w*keywords|words|fraction|feedback|misconception_id|difficulty|tolerance\w*|slips|value|factor|units|scheme|mark_scheme|criterion|points_available|hint|competency_ids|source_refs|origin|strands|tags|case_sensitive|max_typos)":/

describe.each(examples)('the kind $code', ({ question }) => {
  it('has an example that passes the gate without a word', () => {
    const context = { vocabulary: [], yearGroup: 7, passages: new Map(), questionTests: [] }
    expect(gateQuestion(question, context)).toEqual([])
  })

  it('comes back whole from its own format', () => {
    const file = JSON.parse(JSON.stringify(exportQuestion(question)))
    expect(importQuestion(file)).toEqual({ question })
  })

  it('shows a student no field and no text of the key', () => {
    const copy = JSON.stringify(studentCopy(question, seed))
    expect(copy).not.toMatch(secretFields)
    const texts = kindOf(question).authoredTexts(question.content)
    const shown = texts.filter(({ role }) => role === 'option').map(({ text }) => text)
    const hidden = texts.filter(
      ({ role, text }) => /feedback|verdict|accepted/.test(role) && !shown.includes(text),
    )
    for (const { text } of hidden) expect(copy).not.toContain(JSON.stringify(text))
    expect(copy).not.toContain(question.hint)
  })

  it('describes itself by schemas that refuse unknown fields', () => {
    const kind = listKinds().find(({ code }) => code === question.kind)
    expect(kind?.content_schema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(kind?.answer_schema).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('tells its answers in words', () => {
    const model = modelAnswer(question)
    expect(describeAnswer(question, model)).toMatch(/\w/)
    expect(keyOf(question)).toMatch(/\w/)
    expect([describeAnswer(question, null), canonicalAnswer(question, null)]).toEqual(['', null])
    expect(canonicalAnswer(question, model)).toMatch(/\w/)
  })

  it('counts apart the parts that its marks name', () => {
    const { parts } = markAnswer(question, modelAnswer(question), nobody).details
    expect(statisticParts(question)).toEqual(expect.arrayContaining(parts.map(({ part_id }) => part_id)))
  })
})

describe('marks', () => {
  const third = questionWith('matching', {
    left_items: ['l1', 'l2', 'l3'].map((id) => ({ id, text: id })),
    right_items: ['r1', 'r2', 'r3'].map((id) => ({ id, text: id })),
    correct_pairs: [1, 2, 3].map((n) => ({ left: `l${n}`, right: `r${n}` })),
  })

  it('keep the fraction exact beside the rounded score', () => {
    const mark = markAnswer({ ...third, points: 1 }, { pairs: [{ left: 'l1', right: 'r1' }] }, nobody)
    expect(mark).toMatchObject({
      marker: 'rule',
      marker_version: 'matching@1',
      fraction: '1/3',
      score: 0.33,
      max_score: 1,
      outcome: 'partial',
      degraded_reasons: [],
    })
  })

  it('are plain JSON', () => {
    const mark = markAnswer(third, { pairs: [{ left: 'l1', right: 'r1' }] }, nobody)
    expect(JSON.parse(JSON.stringify(mark))).toEqual(mark)
  })

  it('cannot be awarded by a teacher to a kind that is marked by rule', () => {
    expect(() => markByTeacher(third, { parts: {} }, nobody)).toThrow('matching is marked by rule')
  })
})

describe('variants and guided versions', () => {
  const content = (key: string) => ({
    options: ['a', 'b'].map((id) => ({ id, text: `Option ${id}`, is_correct: id === key })),
  })
  const base = listKinds().find(({ code }) => code === 'multiple_choice')?.example
  const practice = { kind: 'multiple_choice', content: content('a') }
  const scaffold = { text: 'Begin with two options.', practice }
  const question = read({ ...base, content: content('a'), variants: [content('b')], scaffold })

  it('mark by the variant the attempt was given', () => {
    const answer = { selected_option: 'b' }
    const outcomes = [0, 1].map((key) => markAnswer(forVariant(question, key), answer, nobody).outcome)
    expect(outcomes).toEqual(['incorrect', 'correct'])
    expect(() => forVariant(question, 2)).toThrow('no variant 2')
  })

  it('are checked like the main content', () => {
    const broken = read({
      ...base,
      variants: [{ options: content('a').options.map((one) => ({ ...one, is_correct: false })) }],
    })
    expect(checkQuestion(broken).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['key_count', '/variants/0/options'],
    ])
  })

  it('show the guided version without its key, and only on request', () => {
    expect(JSON.stringify(studentCopy(question, seed))).not.toContain('Begin with two options')
    expect(studentScaffold(question, seed)).toEqual({
      text: 'Begin with two options.',
      practice: {
        kind: 'multiple_choice',
        preset: null,
        content: { options: expect.arrayContaining([{ id: 'a', text: 'Option a' }]) },
      },
    })
  })
})

describe('blank answers', () => {
  it.each([[null], [undefined], [{ selected_option: null }]])('%j is blank', (answer) => {
    expect(
      isBlank(examples.find(({ code }) => code === 'multiple_choice')?.question as Question, answer),
    ).toBe(true)
  })
})
