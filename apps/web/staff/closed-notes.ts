import { useState } from 'react'
import { useMe } from '../session.tsx'

/** Whether this account has closed a note on this computer, and how to close it. */
export function useClosedNote(name: string): [boolean, () => void] {
  const key = `waymark.closed.${name}.${useMe().user.id}`
  const [closed, setClosed] = useState(() => isKept(key))
  const close = () => {
    keep(key)
    setClosed(true)
  }
  return [closed, close]
}

// A browser may forbid storage; the note is then closed until the page is loaded again.
function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

function keep(key: string): void {
  try {
    localStorage.setItem(key, 'closed')
  } catch {}
}
