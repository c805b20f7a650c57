import { gateQuestion, gateQuiz } from '@waymark/questions/gate.ts'
import { listKinds } from '@waymark/questions/kinds.ts'
import { candidateGate, readCandidate } from '../apps/server/library/generation/candidate-gate.ts'
import { generateQuiz } from '../apps/server/library/generator/generate.ts'
import { lessonForTests as lesson } from '../apps/server/library/generator/lesson-for-tests.ts'
import type { Figure } from './figure.ts'

/** How long the rules take for a quiz of 15 questions, how long the gate, and how many questions it lets pass. */
export async function run(): Promise<Figure[]> {
  const options = {
    question_count: 15,
    duration_minutes: 30,
    level_min: 1,
    level_max: 5,
    kinds: new Set(listKinds().map(({ code }) => code)),
    objective_ids: [],
    variation: 0,
  }
  const [{ candidates }, making] = timed(() => generateQuiz(lesson, options, candidateGate(lesson)))
  const questions = candidates.map(({ question }) => readCandidate(question))
  const context = {
    vocabulary: lesson.vocabulary.map(({ term }) => term),
    yearGroup: lesson.year_group,
    passages: new Map(lesson.passages.map(({ id, text }) => [id, text])),
    questionTests: [],
  }
  const [passing, gating] = timed(() => {
    gateQuiz({
      questions: questions.map((question) => ({ question, approved: true })),
      objective_ids: lesson.objectives.map(({ id }) => id),
      durationMinutes: options.duration_minutes,
      isComputing: true,
    })
    return questions.filter((question) =>
      gateQuestion(question, context).every(({ level }) => level !== 'error'),
    )
  })
  return [
    { name: 'generate 15 questions by rules', value: making, unit: 's', limit: 3 },
    { name: 'gate of 15 questions', value: gating, unit: 's', limit: 2 },
    {
      name: 'questions of 15 that pass the gate',
      value: passing.length,
      unit: 'questions',
      note: 'at least 12',
    },
    {
      name: 'kinds among them',
      value: new Set(passing.map(({ kind }) => kind)).size,
      unit: 'kinds',
      note: 'at least 5',
    },
  ]
}

function timed<T>(work: () => T): [T, number] {
  const begun = performance.now()
  const result = work()
  return [result, (performance.now() - begun) / 1000]
}
