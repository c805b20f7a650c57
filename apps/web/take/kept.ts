import type { Attempt, Bundle } from './attempt-state.ts'
import type { DeviceStore } from './device-store.ts'
import type { Draft } from './draft.ts'
import type { Entry } from './queue.ts'

/** What the device knows of an attempt without asking the server. */
export interface KeptAttempt {
  attempt: Attempt
  acceptedThrough: number
  /** The student has pressed Finish, and the server does not know yet. */
  finishWanted: boolean
}

/** One attempt's shelf in the store of an account. */
export function shelfOf(store: DeviceStore, attemptId: string) {
  const base = `attempt/${attemptId}`
  const eventKey = (deviceId: string, seq: number) =>
    `${base}/event/${deviceId}/${String(seq).padStart(10, '0')}`
  const draftKey = (position: number) => `${base}/draft/${String(position).padStart(3, '0')}`
  return {
    readKept: async () => (await store.get(`${base}/kept`)) as KeptAttempt | undefined,
    keep: (kept: KeptAttempt) => store.put([[`${base}/kept`, kept]]),
    readBundle: async () => (await store.get(`${base}/bundle`)) as Bundle | undefined,
    keepBundle: (bundle: Bundle) => store.put([[`${base}/bundle`, bundle]]),
    readEntries: async (deviceId: string) => (await store.list(`${base}/event/${deviceId}/`)) as Entry[],
    keepEntry: (deviceId: string, entry: Entry) =>
      store.put([[eventKey(deviceId, entry.event.device_seq), entry]]),
    readDrafts: async () => (await store.list(`${base}/draft/`)) as Draft[],
    keepDraft: (draft: Draft) => store.put([[draftKey(draft.position), draft]]),
    dropDraft: (position: number) => store.remove([draftKey(position)]),
    dropAll: async () => store.remove(await store.keys(`${base}/`)),
  }
}
export type Shelf = ReturnType<typeof shelfOf>

/** The name of this device for this account, made once. */
export async function deviceIdIn(store: DeviceStore, makeId: () => string): Promise<string> {
  const kept = await store.get('device')
  if (typeof kept === 'string') return kept
  return renewDeviceId(store, makeId)
}

export async function renewDeviceId(store: DeviceStore, makeId: () => string): Promise<string> {
  const id = makeId()
  await store.put([['device', id]])
  return id
}

/** Whether the store holds anything of an attempt that the server may not have. */
export async function holdsUnsent(store: DeviceStore): Promise<boolean> {
  for (const key of (await store.keys('attempt/')).filter((name) => name.endsWith('/kept'))) {
    const kept = (await store.get(key)) as KeptAttempt
    const base = key.slice(0, -'kept'.length)
    const events = (await store.keys(`${base}event/`)).length
    const drafts = (await store.keys(`${base}draft/`)).length
    if (drafts > 0 || kept.finishWanted || events > kept.acceptedThrough) return true
  }
  return false
}
