import { newKey, Unreachable } from '../api.ts'
import type { Attempt, Bundle } from './attempt-state.ts'
import { type Draft, draftAfter } from './draft.ts'
import { deviceIdIn, renewDeviceId, type Shelf, shelfOf } from './kept.ts'
import { emptyQueue, type Queue, restoreQueue } from './queue.ts'
import { Sitting } from './sitting.ts'
import { reach, type SittingPorts, type SittingServer } from './sitting-ports.ts'

/** Opens an attempt on this device. `takeOver`: go on here, whoever wrote before. */
export async function openSitting(
  ports: SittingPorts,
  attemptId: string,
  takeOver: boolean,
): Promise<Sitting> {
  let lost = () => {}
  // The lock comes first: what the other tab kept before it lost the lock is then read below.
  const lock = await ports.askForLock(() => lost())
  if (takeOver && !lock.held) await lock.take()
  const shelf = shelfOf(ports.store, attemptId)
  const kept = await shelf.readKept()
  const reached = await reach(ports.server.getAttempt(attemptId))
  const attempt = reached ?? kept?.attempt
  if (!attempt) throw new Unreachable('This attempt is not on this computer.')
  const bundle = await bundleFor(ports.server, shelf, attempt)
  const known = reached === null ? (kept?.acceptedThrough ?? 0) : null
  const { queue, draft, lost: lineLost } = await openLine(ports, shelf, attempt, known)
  const finishWanted = kept?.finishWanted ?? false
  const sitting = new Sitting(ports, shelf, lock, { attempt, bundle, queue, draft, finishWanted })
  lost = () => sitting.turnReadOnly('other_tab')
  await sitting.begin(takeOver || lineLost || !ports.store.lasting)
  return sitting
}

async function bundleFor(server: SittingServer, shelf: Shelf, attempt: Attempt): Promise<Bundle> {
  const kept = await shelf.readBundle()
  if (kept?.snapshot_hash === attempt.snapshot_hash) return kept
  const bundle = await server.getBundle(attempt.attempt_id)
  await shelf.keepBundle(bundle).catch(() => undefined)
  return bundle
}

interface Line {
  queue: Queue
  draft: Draft | null
  /** This computer wrote the attempt and has lost its line: it goes on in a new one without being told to. */
  lost: boolean
}

/** This device's line: `known` is how far it came when the server cannot be asked. */
async function openLine(
  ports: SittingPorts,
  shelf: Shelf,
  attempt: Attempt,
  known: number | null,
): Promise<Line> {
  const id = attempt.attempt_id
  const deviceId = await deviceIdIn(ports.store, newKey)
  const entries = await shelf.readEntries(deviceId)
  const device = attempt.devices.find((each) => each.device_id === deviceId)
  const accepted = known ?? device?.accepted_through ?? 0
  const queue = restoreQueue(id, deviceId, entries, accepted)
  const draft = draftAfter(await shelf.readDrafts(), queue.entries)
  // The server has more than this computer: its line was lost here, so a new one begins.
  if (accepted <= queue.entries.length + (draft ? 1 : 0)) return { queue, draft, lost: false }
  const anew = emptyQueue(id, await renewDeviceId(ports.store, newKey))
  return { queue: anew, draft, lost: attempt.writer.device_id === deviceId }
}
