import { call, newKey } from '../api.ts'
import { openDeviceStore } from './device-store.ts'
import { deviceIdIn, shelfOf } from './kept.ts'
import { loadPlayers } from './players.ts'
import { deviceLabel } from './server.ts'

export const startSteps = 3

/**
 * Starts a quiz, or goes on with the one that runs, and brings all it needs to this computer.
 * `onStep` hears how many of `startSteps` are done. Answers the attempt's id.
 */
export async function startQuiz(
  account: string,
  assignmentId: string,
  onStep: (done: number) => void,
): Promise<string> {
  const store = await openDeviceStore(account)
  try {
    const device_id = await deviceIdIn(store, newKey)
    const { attempt_id } = await call('startAttempt', {
      params: { assignment_id: assignmentId },
      body: { device_id, device_label: deviceLabel() },
    })
    onStep(1)
    const bundle = await call('getBundle', { params: { attempt_id } })
    onStep(2)
    await Promise.all([
      loadPlayers(bundle.questions.map(({ kind }) => kind)),
      shelfOf(store, attempt_id)
        .keepBundle(bundle)
        .catch(() => undefined),
    ])
    onStep(startSteps)
    return attempt_id
  } finally {
    store.close()
  }
}
