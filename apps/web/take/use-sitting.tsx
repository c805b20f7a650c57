import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { useMe } from '../session.tsx'
import { signedInAgain } from '../sign-in/SignInAgain.tsx'
import { browserTimer } from '../ui/announcer.ts'
import { Failed, Loading } from '../ui/Stated.tsx'
import { openDeviceStore } from './device-store.ts'
import { openSitting } from './open-sitting.ts'
import { server } from './server.ts'
import type { Sitting, SittingView } from './sitting.ts'
import { askForWriterLock } from './writer-lock.ts'

interface Held {
  sitting: Sitting
  /** Opens the attempt again on this device, whoever wrote before. */
  continueHere: () => void
}

/** A sitting gives its lock back before the next one asks for it. */
let lastClosed: Promise<unknown> = Promise.resolve()

const SittingContext = createContext<Held | null>(null)

/** Opens an attempt, keeps it open for the pages below, and sends what is left when the page is hidden. */
export function SittingProvider({
  attemptId,
  children,
}: {
  attemptId: string
  children: ReactNode
}): ReactElement {
  const { user } = useMe()
  const [opening, setOpening] = useState({ takeOver: false, turn: 0 })
  const [opened, setOpened] = useState<{ sitting: Sitting } | { error: unknown } | null>(null)
  useEffect(() => {
    let gone = false
    const ready = lastClosed.then(() => open(user.id, attemptId, opening.takeOver))
    setOpened(null)
    ready.then(
      (sitting) => !gone && setOpened({ sitting }),
      (error: unknown) => !gone && setOpened({ error }),
    )
    return () => {
      gone = true
      lastClosed = ready.then((sitting) => sitting.close()).catch(() => undefined)
    }
  }, [user.id, attemptId, opening])
  useSendingOnEvents(opened && 'sitting' in opened ? opened.sitting : null)
  const again = (takeOver: boolean) => setOpening(({ turn }) => ({ takeOver, turn: turn + 1 }))
  if (!opened || 'error' in opened)
    return (
      <main className="page">
        {opened ? <Failed error={opened.error} onRetry={() => again(false)} /> : <Loading />}
      </main>
    )
  return (
    <SittingContext value={{ sitting: opened.sitting, continueHere: () => again(true) }}>
      {children}
    </SittingContext>
  )
}

async function open(account: string, attemptId: string, takeOver: boolean): Promise<Sitting> {
  const ports = {
    server,
    store: await openDeviceStore(account),
    timer: browserTimer,
    askForLock: (onLost: () => void) => askForWriterLock(attemptId, onLost),
    wallClock: () => new Date().toISOString(),
    chance: Math.random,
    isLeaving: () => document.visibilityState === 'hidden',
  }
  return openSitting(ports, attemptId, takeOver)
}

/** The network is back, the page is hidden or left, or the person has signed in again: send at once. */
function useSendingOnEvents(sitting: Sitting | null) {
  useEffect(() => {
    if (!sitting) return
    const send = () => void sitting.flush()
    const sendWhenHidden = () => document.visibilityState === 'hidden' && send()
    // Only what neither the server nor this computer keeps is worth a warning.
    const warn = (event: BeforeUnloadEvent) => {
      if (sitting.getView().save.says === 'cannot_save') event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    addEventListener('online', send)
    addEventListener('pagehide', send)
    addEventListener(signedInAgain, send)
    document.addEventListener('visibilitychange', sendWhenHidden)
    return () => {
      removeEventListener('beforeunload', warn)
      removeEventListener('online', send)
      removeEventListener('pagehide', send)
      removeEventListener(signedInAgain, send)
      document.removeEventListener('visibilitychange', sendWhenHidden)
    }
  }, [sitting])
}

/** The open attempt and what it shows now. */
export function useSitting(): Held & { view: SittingView } {
  const held = useContext(SittingContext)
  if (!held) throw new Error('No attempt is open here.')
  const view = useSyncExternalStore(held.sitting.subscribe, held.sitting.getView)
  return { ...held, view }
}
