import { useState } from 'react'

export interface Act<Given extends unknown[]> {
  run: (...given: Given) => Promise<void>
  busy: boolean
  /** What went wrong the last time; null once it is tried again. */
  error: unknown
  clear: () => void
}

/** An act of the person on this screen: it runs once at a time, and what goes wrong stays to be shown. */
export function useAct<Given extends unknown[]>(act: (...given: Given) => Promise<void>): Act<Given> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (...given: Given) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await act(...given)
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, error, clear: () => setError(null) }
}
