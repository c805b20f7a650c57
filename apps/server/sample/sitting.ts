import { createHash } from 'node:crypto'
import { modelAnswer, readQuestion } from '@waymark/questions/kinds.ts'
import { canonicalJson } from '../platform/canonical-json.ts'
import type { SampleStudent } from './school.ts'
import { share, slip } from './slips.ts'
import type { Visitor } from './visitor.ts'

const MOST_EVENTS = 50

/** What the simulation knows of a question that a teacher may see: its right answer and how hard it is. */
export interface KnownQuestion {
  kind: string
  right: unknown
  difficulty: number
}

/** Reads what the author sees of a quiz: by version id, as a student's copy names it. */
export function knowQuestions(
  questions: readonly { version_id: string; question: Record<string, unknown> }[],
): Map<string, KnownQuestion> {
  return new Map(
    questions.map(({ version_id, question }) => {
      const read = readQuestion(question)
      if (!('question' in read)) throw new Error('The sample quiz holds a question that cannot be read.')
      const { kind, difficulty } = read.question
      return [version_id, { kind, right: modelAnswer(read.question), difficulty }]
    }),
  )
}

/** One student takes a quiz: looks, answers, sometimes takes a hint, finishes. */
export async function sit(
  visitor: Visitor,
  student: SampleStudent,
  assignmentId: string,
  known: ReadonlyMap<string, KnownQuestion>,
  options: { essay: (seed: string) => string; now: Date; leaveRunning?: boolean },
): Promise<void> {
  const device = `sample-${student.username.replace('.', '-')}`
  const attempt = await visitor.call('startAttempt', {
    params: { assignment_id: assignmentId },
    body: { device_id: device, device_label: 'Chromebook' },
  })
  const params = { attempt_id: attempt.attempt_id }
  const bundle = await visitor.call('getBundle', { params })
  const events: Event[] = []
  for (const { position, question_version_id, content } of bundle.questions) {
    const seed = `${student.username}/${attempt.quiz_title}/${position}`
    const question = known.get(question_version_id)
    if (!question) throw new Error('A student was given a question the teacher did not publish.')
    if (options.leaveRunning && position > bundle.questions.length / 2) break
    const answer = answerOf(student, question, content, seed, options.essay)
    events.push({ type: 'question_shown', position, payload: {} })
    if (answer !== null) events.push({ type: 'answer_changed', position, payload: answer })
  }
  const writer = { device_id: device, writer_epoch: attempt.writer.epoch }
  await takeHints(visitor, student, bundle, params, writer)
  const pace = Math.round(4000 + 12_000 * share(`${student.username}/pace`))
  await save(visitor, params.attempt_id, writer, events, { begun: options.now, pace })
  if (!options.leaveRunning) await visitor.call('finishAttempt', { params, body: writer })
}

interface Event {
  type: 'question_shown' | 'answer_changed'
  position: number
  payload: unknown
}

/** Right with a chance that grows with ability and falls with difficulty; the hasty leave some out. */
function answerOf(
  student: SampleStudent,
  { kind, right, difficulty }: KnownQuestion,
  copy: unknown,
  seed: string,
  essay: (seed: string) => string,
): unknown {
  if (student.habit === 'hasty' && share(`${seed}/skip`) < 0.15) return null
  if (kind === 'extended_text') return { text: essay(seed) }
  const chance = 1 / (1 + Math.exp(-(student.ability + 1.1 - 1.8 * difficulty)))
  return share(seed) < chance ? right : slip(kind, right, copy, `${seed}/slip`)
}

async function takeHints(
  visitor: Visitor,
  student: SampleStudent,
  bundle: { questions: { position: number; hint_available: boolean }[] },
  { attempt_id }: { attempt_id: string },
  writer: { device_id: string; writer_epoch: number },
): Promise<void> {
  if (student.habit !== 'hints') return
  for (const { position, hint_available } of bundle.questions.filter((_, index) => index % 4 === 1))
    if (hint_available) await visitor.call('showHint', { params: { attempt_id, position }, body: writer })
}

async function save(
  visitor: Visitor,
  attemptId: string,
  writer: { device_id: string; writer_epoch: number },
  happenings: readonly Event[],
  { begun, pace }: { begun: Date; pace: number },
): Promise<void> {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  let head = sha256(`${attemptId}:${writer.device_id}`)
  const events = happenings.map((happening, index) => {
    const event = {
      ...happening,
      event_id: `${attemptId}-${index + 1}`,
      device_seq: index + 1,
      writer_epoch: writer.writer_epoch,
      device_time: new Date(begun.getTime() + index * pace).toISOString(),
      mono_ms: 1000 + index * pace,
      boot_id: 'sample',
    }
    head = sha256(`${head}:${canonicalJson(event)}`)
    return { event, head }
  })
  for (let from = 0; from < events.length; from += MOST_EVENTS) {
    const batch = events.slice(from, from + MOST_EVENTS)
    await visitor.call('saveEvents', {
      params: { attempt_id: attemptId },
      body: {
        device_id: writer.device_id,
        events: batch.map(({ event }) => event),
        chain_head: batch.at(-1)?.head ?? '',
      },
    })
  }
}
