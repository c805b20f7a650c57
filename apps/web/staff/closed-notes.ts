import { useState } from 'react'
import { useMe } from '../session.tsx'
import { onThisComputer } from '../ui/browser-storage.ts'

/** Whether this account has closed a note on this computer, and how to close it. */
export function useClosedNote(name: string): [boolean, () => void] {
  const key = `waymark.closed.${name}.${useMe().user.id}`
  const [closed, setClosed] = useState(() => onThisComputer.read(key) !== null)
  const close = () => {
    onThisComputer.keep(key, 'closed')
    setClosed(true)
  }
  return [closed, close]
}
