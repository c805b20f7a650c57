import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { browserTimer, clearAfterMs, makeAnnouncer } from './announcer.ts'

type Say = (text: string) => void

const SayContext = createContext<Say>(() => {})

/** Holds the one polite live region of the page. */
export function Live({ children }: { children: ReactNode }): ReactElement {
  const [text, setText] = useState('')
  const announcer = useMemo(() => makeAnnouncer(setText), [])
  useEffect(() => () => announcer.stop(), [announcer])
  return (
    <SayContext value={announcer.say}>
      {children}
      <div role="status" aria-live="polite" className="visually-hidden">
        {text}
      </div>
    </SayContext>
  )
}

/** A function that speaks a text politely; texts that come too fast are replaced by the newest. */
export function useAnnounce(): Say {
  return useContext(SayContext)
}

/**
 * Speaks the answer to the reader's own act (an item moved, "2 selected") at once: such a text is what the key
 * just pressed did, not news that interrupts.
 */
export function OwnMoves({ text }: { text: string }): ReactElement {
  const [shown, setShown] = useState('')
  useEffect(() => {
    setShown(text)
    return browserTimer.after(clearAfterMs, () => setShown(''))
  }, [text])
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {shown}
    </div>
  )
}
