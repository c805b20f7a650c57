import { useEffect, useRef, useState } from 'react'
import { useMe } from '../session.tsx'
import { onThisComputer } from '../ui/browser-storage.ts'
import { actOfKey, isTypingIn, type KeyAct } from './marking-keys.ts'

/** Listens to the single keys of marking, which each person may switch off on this computer. */
export function useMarkingKeys(onAct: (act: KeyAct) => void): {
  on: boolean
  switchTo: (on: boolean) => void
} {
  const key = `waymark.marking-keys.${useMe().user.id}`
  const [on, setOn] = useState(() => onThisComputer.read(key) !== 'off')
  const act = useRef(onAct)
  act.current = onAct
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const meaning = actOfKey(event, isTypingIn(event.target))
      if (!meaning) return
      event.preventDefault()
      act.current(meaning)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  const switchTo = (next: boolean) => {
    setOn(next)
    onThisComputer.keep(key, next ? 'on' : 'off')
  }
  return { on, switchTo }
}
