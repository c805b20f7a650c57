/**
 * One tab writes to an attempt. `held` is false when another tab of this browser has it; `take` takes it over.
 * `onLost` is called when another tab takes it from this one.
 */
export interface WriterLock {
  held: boolean
  take(): Promise<void>
  release(): void
}

interface Locks {
  request(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    hold: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>
}

/** Asks for the lock of an attempt: a browser lock where there is one, else by word between the tabs. */
export async function askForWriterLock(attemptId: string, onLost: () => void): Promise<WriterLock> {
  const name = `waymark-attempt-${attemptId}`
  // On a plain LAN address, which is no secure context, browsers have no locks.
  const locks = (navigator as { locks?: Locks }).locks
  return locks ? browserLock(locks, name, onLost) : spokenLock(new BroadcastChannel(name) as Channel, onLost)
}

async function browserLock(locks: Locks, name: string, onLost: () => void): Promise<WriterLock> {
  let letGo = () => {}
  const lock: WriterLock = {
    held: false,
    take: () => ask({ steal: true }),
    release: () => {
      lock.held = false
      letGo()
    },
  }
  const ask = (options: { ifAvailable?: boolean; steal?: boolean }): Promise<void> =>
    new Promise((answered) => {
      const hold = (granted: unknown) => {
        lock.held = granted !== null
        answered()
        return lock.held ? new Promise<void>((resolve) => (letGo = resolve)) : undefined
      }
      // The promise fails when another tab steals the lock.
      locks.request(name, options, hold).catch(() => {
        if (!lock.held) return
        lock.held = false
        onLost()
      })
    })
  await ask({ ifAvailable: true })
  return lock
}

const answerWaitMs = 200

/** The part of a BroadcastChannel that is needed. */
export interface Channel {
  postMessage(message: 'who' | 'me' | 'mine'): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

/** Tabs ask each other: "who" is answered by "me" from the one that writes; "mine" takes it over. */
export async function spokenLock(
  channel: Channel,
  onLost: () => void,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<WriterLock> {
  let taken = false
  const lock: WriterLock = {
    held: false,
    take: async () => {
      channel.postMessage('mine')
      lock.held = true
    },
    release: () => {
      lock.held = false
      channel.close()
    },
  }
  channel.onmessage = ({ data }) => {
    if (data === 'me') taken = true
    if (data === 'who' && lock.held) channel.postMessage('me')
    if (data === 'mine' && lock.held) {
      lock.held = false
      onLost()
    }
  }
  channel.postMessage('who')
  await wait(answerWaitMs)
  lock.held = !taken
  return lock
}
