import type { ApiCaller } from '../api.ts'
import { claimOn, type Device, startOn } from './device.ts'
import type { KindScript } from './kind-script.ts'
import { kindScripts } from './kinds.ts'

/** The states in which each kind of question is looked at (11 §8). */
export const kindStates = [
  'empty',
  'answered',
  'correct',
  'partly',
  'not_yet',
  'read_only',
  'hint_open',
  'offline',
] as const
export type KindState = (typeof kindStates)[number]

/** Starts an attempt in which every question is in this state, on a computer far away; answers its id. */
export async function seed(student: ApiCaller, assignmentId: string, state: KindState): Promise<string> {
  const device = await startOn(student, assignmentId, 'Library')
  const newer = state === 'read_only' ? await claimOn(student, device.attemptId, 'Classroom') : device
  for (const [at, script] of kindScripts.entries())
    await bring(student, { device, newer }, { script, position: at + 1 }, state)
  return device.attemptId
}

async function bring(
  student: ApiCaller,
  { device, newer }: { device: Device; newer: Device },
  { script, position }: { script: KindScript; position: number },
  state: KindState,
): Promise<void> {
  const { answers, byTeacher } = script
  const at = { params: { attempt_id: device.attemptId, position }, body: newer.proof }
  if (state === 'hint_open') await student.call('showHint', at)
  if (state === 'answered' || state === 'offline') await device.answer(position, answers.correct)
  if (state === 'correct' || state === 'partly' || state === 'not_yet') {
    await device.answer(position, answers[state] ?? answers.correct)
    if (!byTeacher) await student.call('checkAnswer', at)
  }
  if (state === 'read_only') {
    // An answer that gave way to a newer one is shown beside it, and cannot be changed.
    await newer.answer(position, answers.correct)
    await device.answer(position, answers.not_yet)
  }
}
