import { gateQuestion, gateQuiz } from '@waymark/questions/gate.ts'
import { listKinds, type Question, type QuestionInput, readQuestion } from '@waymark/questions/kinds.ts'
import { describe, expect, it } from 'vitest'
import { candidateGate, readCandidate } from '../generation/candidate-gate.ts'
import { whatWouldHelp } from './advice.ts'
import { type GenerationOptions, generateQuiz } from './generate.ts'
import type { Lesson } from './lesson.ts'
import { lessonForTests } from './lesson-for-tests.ts'
import { regenerateQuestion } from './regenerate.ts'

const allKinds = new Set(listKinds().map(({ code }) => code))
const options = (changes: Partial<GenerationOptions> = {}): GenerationOptions => ({
  question_count: 15,
  duration_minutes: 30,
  level_min: 1,
  level_max: 5,
  kinds: allKinds,
  objective_ids: [],
  variation: 0,
  ...changes,
})
const generate = (changes: Partial<GenerationOptions> = {}, lesson: Lesson = lessonForTests) =>
  generateQuiz(lesson, options(changes), candidateGate(lesson))

const passages = new Map(lessonForTests.passages.map(({ id, text }) => [id, text]))
const context = {
  vocabulary: lessonForTests.vocabulary.map(({ term }) => term),
  yearGroup: lessonForTests.year_group,
  passages,
  questionTests: [],
}

describe('the rule-based generator', () => {
  it('makes 15 questions of at least five kinds from a whole lesson, and covers each objective', () => {
    const { candidates, notCovered } = generate()
    expect(candidates).toHaveLength(15)
    expect(new Set(candidates.map(({ slot }) => slot.kind)).size).toBeGreaterThanOrEqual(5)
    expect(notCovered).toEqual([])
  })

  it('gives the same bytes for the same variation and another quiz for another', () => {
    const bytes = (variation: number) =>
      JSON.stringify(generate({ variation }).candidates.map((one) => one.question))
    expect(bytes(3)).toBe(bytes(3))
    expect(bytes(3)).not.toBe(bytes(4))
  })

  it('gives the same words wherever the lesson is stored', () => {
    const elsewhere = JSON.parse(JSON.stringify(lessonForTests).replaceAll('01890000-0000', '01890000-1111'))
    const stems = (lesson: Lesson) => generate({}, lesson).candidates.map(({ question }) => question.stem)
    expect(stems(elsewhere)).toEqual(stems(lessonForTests))
  })

  it.each([0, 1, 2, 3, 4])(
    'proposes only what the gate has nothing to say about (variation %i)',
    (variation) => {
      const questions = generate({ variation }).candidates.map(({ question }) => readCandidate(question))
      expect(questions.flatMap((question) => gateQuestion(question, context))).toEqual([])
      const quiz = {
        questions: questions.map((question) => ({ question, approved: true })),
        objective_ids: lessonForTests.objectives.map(({ id }) => id),
        durationMinutes: 30,
        isComputing: true,
      }
      expect(gateQuiz(quiz)).toEqual([])
    },
  )

  it('cites one to three passages with a literal quote; one changed letter makes the gate refuse it', () => {
    for (const { question } of generate().candidates) {
      const read = readCandidate(question)
      expect(read.source_refs.length).toBeGreaterThanOrEqual(1)
      const forged = read.source_refs.map((source) => ({
        ...source,
        quote: source.quote.replace(/[a-z]/, 'Q'),
      }))
      const findings = gateQuestion({ ...read, source_refs: forged }, context)
      expect(findings.map(({ code }) => code)).toContain('quote_not_literal')
    }
  })

  it('does not tell the key in the feedback to another option', () => {
    for (const { question } of generate().candidates) {
      const read = readCandidate(question)
      if (read.kind !== 'multiple_choice' || read.preset === 'true_false') continue
      const { options: choices } = read.content as {
        options: { text: string; is_correct: boolean; feedback?: string }[]
      }
      const key = choices.find(({ is_correct }) => is_correct)?.text ?? ''
      for (const { feedback } of choices) expect(feedback ?? '').not.toContain(key)
      expect(read.feedback.incorrect).not.toContain(key)
    }
  })

  it('never makes a fact of a belief that the lesson calls a misconception', () => {
    const beliefs = lessonForTests.misconceptions.map(({ belief }) => belief.text.replace(/\.$/, ''))
    for (const variation of [0, 1, 2, 3, 4, 5]) {
      for (const { question } of generate({ variation }).candidates) {
        if (question.kind !== 'cloze') continue
        for (const belief of beliefs) expect(JSON.stringify(question.content)).not.toContain(belief)
      }
    }
  })

  it('never puts two questions into a quiz that give each other away', () => {
    const gate = candidateGate(lessonForTests)
    for (const variation of [0, 1, 2, 3, 4, 5]) {
      const questions = generate({ variation }).candidates.map(({ question }) => question)
      for (const [at, one] of questions.entries())
        for (const other of questions.slice(at + 1))
          expect(gate.giveAway(one, other), `${one.stem} / ${other.stem}`).toBe(false)
    }
  })

  it('gives each question of a quiz a stem of its own', () => {
    for (const variation of [0, 1, 2, 3, 4, 5]) {
      const stems = generate({ variation }).candidates.map(({ question }) => question.stem)
      expect(new Set(stems).size).toBe(stems.length)
    }
  })

  it('obeys the kinds that are allowed', () => {
    const kinds = new Set(['matching', 'cloze', 'text_input'])
    const { candidates } = generate({ kinds, question_count: 6 })
    expect(candidates.length).toBeGreaterThan(0)
    expect(candidates.every(({ slot }) => kinds.has(slot.kind))).toBe(true)
  })

  it('asks only about the chosen objectives and what belongs to none', () => {
    const chosen = lessonForTests.objectives[2]?.id ?? ''
    const { candidates } = generate({ objective_ids: [chosen], question_count: 5 })
    expect(candidates.length).toBeGreaterThan(0)
    expect(candidates.every(({ slot }) => slot.objective_id === chosen || slot.objective_id === null)).toBe(
      true,
    )
  })

  it('makes fewer questions from less material and says what would help', () => {
    const small: Lesson = {
      ...lessonForTests,
      vocabulary: lessonForTests.vocabulary.slice(0, 1),
      step_lists: [],
      misconceptions: [],
      objectives: [],
    }
    const { candidates } = generate({}, small)
    expect(candidates.length).toBeLessThan(15)
    expect(whatWouldHelp(small, 15, candidates.length)).toContain(
      '3 more glossary terms make a matching question.',
    )
  })

  it('makes nothing, and fails in no way, from an empty lesson', () => {
    const empty: Lesson = {
      ...lessonForTests,
      objectives: [],
      vocabulary: [],
      step_lists: [],
      misconceptions: [],
      passages: [],
    }
    expect(generate({}, empty).candidates).toEqual([])
  })
})

describe('another version of a question', () => {
  const quiz = generate().candidates.map(({ question }) => readCandidate(question))
  const gate = candidateGate(lessonForTests)
  const knownTo = (present: (typeof quiz)[number]) => ({
    others: quiz.filter((question) => question !== present),
    versions: [present],
  })

  it('is of the same kind and objective and unlike every question of the quiz', () => {
    const made = quiz.flatMap((present) => {
      const other = regenerateQuestion(
        lessonForTests,
        present,
        new Set([present.kind]),
        knownTo(present),
        1,
        gate,
      )
      return other ? [{ present, other }] : []
    })
    expect(made.length).toBeGreaterThanOrEqual(5)
    for (const { present, other } of made) {
      expect(other.kind).toBe(present.kind)
      expect(other.competency_ids).toEqual(present.competency_ids.slice(0, 1))
      expect(quiz.some((question) => gate.areAlike(question, other))).toBe(false)
      expect('question' in readQuestion(other)).toBe(true)
    }
  })

  it('is one that no other question gives away, while there is such a one', () => {
    const unbound = { kind: 'text_input', difficulty: 0.5, points: 1, time_estimate_seconds: 60 }
    const another = (others: readonly Question[], turn: number) =>
      regenerateQuestion(
        lessonForTests,
        { ...unbound, competency_ids: [lessonForTests.topic_id] },
        new Set(['text_input', 'multiple_choice']),
        { others, versions: [] },
        turn,
        gate,
      )
    const others: Question[] = []
    for (
      let next = another(others, 1);
      next && others.length < 20;
      next = another(others, others.length + 1)
    ) {
      if (others.some((other) => gate.giveAway(other, next as QuestionInput))) break
      others.push(readCandidate(next))
    }
    expect(others.length).toBeGreaterThanOrEqual(4)
  })

  it('is refused when the material has none left', () => {
    const present = quiz.find(({ kind }) => kind === 'extended_text')
    if (!present) throw new Error('The quiz has no extended text question.')
    expect(
      regenerateQuestion(lessonForTests, present, new Set(['extended_text']), knownTo(present), 1, gate),
    ).toBeNull()
  })
})
