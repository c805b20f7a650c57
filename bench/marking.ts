import {
  isBlank,
  listKinds,
  markAnswer,
  modelAnswer,
  type Question,
  readAnswer,
} from '@waymark/questions/kinds.ts'
import { questionWith } from '@waymark/questions/laws.ts'
import { type OrderScheme, orderFraction } from '@waymark/science/marking/order.ts'
import type { Figure } from './figure.ts'

/** One question with answers of the sort that students give: right, in part, off, blank. */
interface Case {
  kind: string
  question: Question
  answers: unknown[]
}

const circumstances = { attemptId: '01890000-0000-7000-8000-00000000000a', hintUsed: false }
const limits = { mix: 50_000, ordering: 5_000 }

/** Rule marks per second on one core, from the answer as it was read to the whole mark with its feedback. */
export async function run({ quick = false } = {}): Promise<Figure[]> {
  const seconds = quick ? 0.2 : 1
  const cases = sampleCases()
  const kinds = [...new Set(cases.map(({ kind }) => kind))]
  const figures = kinds.map((kind): Figure => {
    const own = cases.filter((one) => one.kind === kind)
    const limit = kind === 'ordering' ? { limit: limits.ordering } : {}
    return { name: `marks per second, ${kind}`, value: marksPerSecond(own, seconds), unit: '1/s', ...limit }
  })
  const mix: Figure = {
    name: 'marks per second, mix of kinds',
    value: marksPerSecond(cases, seconds),
    unit: '1/s',
    limit: limits.mix,
  }
  const twelve: Figure = {
    name: 'orders of 12 items per second',
    value: ordersPerSecond(seconds),
    unit: '1/s',
    limit: limits.ordering,
    note: 'the three schemes in turn',
  }
  return [mix, ...figures, twelve]
}

function marksPerSecond(cases: readonly Case[], seconds: number): number {
  const jobs = cases.flatMap(({ question, answers }) => answers.map((answer) => ({ question, answer })))
  return perSecond(seconds, jobs.length, () => {
    for (const { question, answer } of jobs) markAnswer(question, answer, circumstances)
  })
}

function ordersPerSecond(seconds: number): number {
  const schemes: OrderScheme[] = ['longest_sequence', 'exact_position', 'pairs']
  const orders = Array.from({ length: 30 }, (_, shift) =>
    Array.from({ length: 12 }, (_, place) => ((place * 5 + shift) % 12) + 1),
  )
  return perSecond(seconds, orders.length, () => {
    for (const [index, positions] of orders.entries()) orderFraction(schemes[index % 3] ?? 'pairs', positions)
  })
}

/** Warms up for a quarter of the time, then counts. */
function perSecond(seconds: number, size: number, batch: () => void): number {
  const until = (end: number) => {
    let rounds = 0
    while (performance.now() < end) {
      batch()
      rounds += 1
    }
    return rounds
  }
  until(performance.now() + seconds * 250)
  const start = performance.now()
  const rounds = until(start + seconds * 1000)
  return Math.round((rounds * size) / ((performance.now() - start) / 1000))
}

function sampleCases(): Case[] {
  const own = (kind: string, content: unknown, answers: unknown[]): Case => {
    const question = questionWith(kind, content)
    return {
      kind,
      question,
      answers: [modelAnswer(question), null, ...answers].map((raw) => read(question, raw)),
    }
  }
  const example = (kind: string, answers: unknown[]): Case => {
    const found = listKinds().find(({ code }) => code === kind)
    return own(kind, found?.example.content, answers)
  }
  return [
    example('multiple_choice', ['p3x9dm', 'w8c4tn']),
    example('multiple_select', [
      { selected_options: ['d4k8vz'] },
      { selected_options: ['x9s3hb', 'r2m7qc'] },
    ]),
    example('text_input', [
      'ram is random acess memory',
      'random acess memory',
      'rom',
      'something else entirely',
    ]),
    example('matching', [{ pairs: [{ left: 'g5k3ed', right: 's4n8uk' }] }]),
    example('ordering', [{ order: ['u8c2wm', 'e3h7kq', 'a6t4fz', 'j5x9rb'] }]),
    own('ordering', eightItems, [{ order: ['i8', 'i1', 'i3', 'i2', 'i5', 'i4', 'i7', 'i6'] }]),
    example('cloze', [{ gaps: { k4c7mw: 'q6z4ge', d9f2xs: 'lots' } }]),
    example('numeric', ['1.5 kB', '1500', '3/2 kB', '15', 'abc']),
  ]
}

const eightItems = {
  items: Array.from({ length: 8 }, (_, index) => ({
    id: `i${index + 1}`,
    text: `Step number ${index + 1}`,
    correct_position: index + 1,
  })),
}

function read(question: Question, raw: unknown): unknown {
  const answer = readAnswer(question, raw)
  if ('refusal' in answer) throw new Error(`${question.kind} refuses ${JSON.stringify(raw)}`)
  return isBlank(question, answer.answer) ? null : answer.answer
}
