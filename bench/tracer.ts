import { learnFrom, newLearner } from '@waymark/science/mastery/learning.ts'
import { observe, type TracedAnswer } from '@waymark/science/mastery/tracer.ts'
import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { newTracerState, type TracerState } from '@waymark/science/mastery/tracer-state.ts'
import type { Figure } from './figure.ts'

const STUDENTS = 1000
const ANSWERS_EACH = 300
const QUESTIONS = 4000
const COMPETENCIES = 120
const ROUNDS = 5
const LIMIT = 500_000

interface Sitting {
  student: number
  answer: TracedAnswer
}

/** A school's answers, students taking turns; the same on every run. One to three competencies a question. */
function answersOfASchool(): Sitting[] {
  let seed = 20261120
  const upTo = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
  const questions = Array.from({ length: QUESTIONS }, (_, at) => `question ${at}`)
  const competencies = Array.from({ length: COMPETENCIES }, (_, at) => `competency ${at}`)
  const tags = questions.map((_, question) =>
    Array.from(
      { length: 1 + (question % 3) },
      (_, at) => competencies[(question * 7 + at * 31) % COMPETENCIES],
    ),
  ) as string[][]
  return Array.from({ length: STUDENTS * ANSWERS_EACH }, (_, at) => {
    const question = upTo(QUESTIONS)
    const answer = {
      eventId: `event ${at}`,
      occurredAt: at,
      day: Math.floor(at / STUDENTS / 10),
      competencies: tags[question] ?? [],
      question: questions[question] ?? null,
      mark: upTo(10) < 6 ? 1 : 0,
      weight: 1,
    }
    return { student: at % STUDENTS, answer }
  })
}

type Fold = (state: TracerState, answer: TracedAnswer) => void

/** Best of several rounds: the machine is shared, and a pause of another program is no cost of ours. */
function eventsPerSecond(sittings: readonly Sitting[], newFold: () => Fold): number {
  let best = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const states = Array.from({ length: STUDENTS }, newTracerState)
    const foldOne = newFold()
    const start = performance.now()
    for (const { student, answer } of sittings) foldOne(states[student] as TracerState, answer)
    best = Math.max(best, (1000 * sittings.length) / (performance.now() - start))
  }
  return Math.round(best)
}

/** The slowest event of a hundred, in microseconds, each timed alone. */
function slowestOfAHundred(sittings: readonly Sitting[]): number {
  const states = Array.from({ length: STUDENTS }, newTracerState)
  const learner = newLearner(startingParameters())
  const times = Float64Array.from(sittings, ({ student, answer }) => {
    const start = performance.now()
    learnFrom(learner, states[student] as TracerState, answer)
    return performance.now() - start
  }).sort()
  return Math.round(1e5 * (times[Math.floor(times.length * 0.99)] ?? 0)) / 100
}

export async function run(): Promise<Figure[]> {
  const sittings = answersOfASchool()
  const note = 'channel K, one core, 1–3 competencies an answer'
  return [
    {
      name: 'tracer, a version of the shared weights',
      value: eventsPerSecond(sittings, () => {
        const parameters = startingParameters()
        return (state, answer) => observe(state, parameters, answer)
      }),
      unit: 'events/s',
      limit: LIMIT,
      note,
    },
    {
      name: 'tracer, everything learning',
      value: eventsPerSecond(sittings, () => {
        const learner = newLearner(startingParameters())
        return (state, answer) => learnFrom(learner, state, answer)
      }),
      unit: 'events/s',
      limit: LIMIT,
      note,
    },
    {
      name: 'tracer, slowest event of a hundred, learning',
      value: slowestOfAHundred(sittings),
      unit: 'µs',
      limit: 20,
    },
  ]
}
