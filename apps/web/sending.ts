import { type FormEvent, useState } from 'react'
import { whyNot } from './sign-in/why-not.ts'

interface Sending {
  busy: boolean
  /** Why the last try did not work, in words; what was typed stays. */
  error: string | null
  submit: (event: FormEvent<HTMLFormElement>) => Promise<void>
}

/** A no about one part of what was sent, in words for people. */
export class RefusedPart extends Error {
  override name = 'RefusedPart'
}

/** Sends a form once at a time; a refusal becomes words beside the form. */
export function useSending(send: (form: FormData) => Promise<void>): Sending {
  const { busy, error, act } = useActing()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    await act(() => send(form))
  }
  return { busy, error, submit }
}

/** Does one act at a time; a refusal becomes words. */
export function useActing(): {
  busy: boolean
  error: string | null
  act: (run: () => Promise<void>) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const act = async (run: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await run()
    } catch (refused) {
      setError(refused instanceof RefusedPart ? refused.message : whyNot(refused))
    }
    setBusy(false)
  }
  return { busy, error, act }
}
