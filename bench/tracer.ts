import { learnFrom, newLearner } from '@waymark/science/mastery/learning.ts'
import { observe, type TracedAnswer } from '@waymark/science/mastery/tracer.ts'
import { startingParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import { newTracerState, type TracerState } from '@waymark/science/mastery/tracer-state.ts'
import type { Figure } from './figure.ts'

const STUDENTS = 990
const CLASS_SIZE = 30
const ANSWERS_EACH = 300
const QUESTIONS = 4000
const COMPETENCIES = 120
const ROUNDS = 5
const QUICK_ROUNDS = 1
const LIMIT = 500_000

interface Sitting {
  student: number
  answer: TracedAnswer
}

/**
 * A school's answers, the same on every run: group after group, the students of a group side by side. One
 * group of all students is the hardest order, because no student's state is still in the processor's cache.
 */
function answersOfASchool(groupSize: number): Sitting[] {
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
      day: Math.floor(at / groupSize / 10) % (ANSWERS_EACH / 10),
      competencies: tags[question] ?? [],
      question: questions[question] ?? null,
      mark: upTo(10) < 6 ? 1 : 0,
      weight: 1,
    }
    const group = Math.floor(at / groupSize / ANSWERS_EACH)
    return { student: group * groupSize + (at % groupSize), answer }
  })
}

type Fold = (state: TracerState, answer: TracedAnswer) => void

/** Best of several rounds: the machine is shared, and a pause of another program is no cost of ours. */
function eventsPerSecond(sittings: readonly Sitting[], newFold: () => Fold, rounds: number): number {
  let best = 0
  for (let round = 0; round < rounds; round += 1) {
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

function newFrozenFold(): Fold {
  const parameters = startingParameters()
  return (state, answer) => observe(state, parameters, answer)
}

function newLearningFold(): Fold {
  const learner = newLearner(startingParameters())
  return (state, answer) => learnFrom(learner, state, answer)
}

export async function run({ quick = false } = {}): Promise<Figure[]> {
  const rounds = quick ? QUICK_ROUNDS : ROUNDS
  const byClass = answersOfASchool(CLASS_SIZE)
  const allAtOnce = answersOfASchool(STUDENTS)
  const speed = { unit: 'events/s', limit: LIMIT, note: 'channel K, one core, 1–3 competencies an answer' }
  return [
    { name: 'tracer, by class', value: eventsPerSecond(byClass, newFrozenFold, rounds), ...speed },
    {
      name: 'tracer, by class, all learning',
      value: eventsPerSecond(byClass, newLearningFold, rounds),
      ...speed,
    },
    {
      name: 'tracer, 990 students in turn',
      value: eventsPerSecond(allAtOnce, newFrozenFold, rounds),
      ...speed,
    },
    {
      name: 'tracer, 990 students in turn, all learning',
      value: eventsPerSecond(allAtOnce, newLearningFold, rounds),
      ...speed,
    },
    {
      name: 'tracer, slowest event of a hundred',
      value: slowestOfAHundred(allAtOnce),
      unit: 'µs',
      limit: 20,
    },
  ]
}
