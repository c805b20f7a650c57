import { useEffect, useState } from 'react'
import { useKeptDraft } from '../keep-draft.ts'

/**
 * Ids of the questions of a quiz that this person has opened on screen; "approve all" takes no other. They are
 * kept on this computer, so that a reload does not ask for them again.
 */
export function useOpened(quizId: string, shownId: string | null): readonly string[] {
  const { restored, keep } = useKeptDraft<readonly string[]>(`opened/${quizId}`)
  const [opened, setOpened] = useState<readonly string[]>([])
  useEffect(() => {
    if (restored === undefined) return
    setOpened((before) => {
      const all = new Set([...(restored ?? []), ...before, ...(shownId === null ? [] : [shownId])])
      return all.size === before.length ? before : [...all]
    })
  }, [restored, shownId])
  useEffect(() => {
    if (opened.length > 0) keep(opened)
  }, [opened, keep])
  return opened
}
