import { Problem, Unreachable } from '../api.ts'

/** The six states in which a list, chart or page can be shown, and the full one. */
export type Shown<T> =
  | { state: 'loading' }
  | { state: 'empty' }
  | { state: 'too_little'; data: T }
  | { state: 'partial'; data: T }
  | { state: 'error'; error: unknown }
  | { state: 'offline'; data: T | null; asOf: number }
  | { state: 'full'; data: T }

/** The part of a query that decides its state (TanStack Query's result has these fields). */
interface Asked<T> {
  data: T | undefined
  error: unknown
  dataUpdatedAt: number
}

interface Judges<T> {
  empty?: (data: T) => boolean
  tooLittle?: (data: T) => boolean
  partial?: (data: T) => boolean
}

/** Which state a question to the server is in. What was seen last stays on screen while the network is gone. */
export function stateOf<T>(asked: Asked<T>, judges: Judges<T> = {}): Shown<T> {
  const { data, error } = asked
  if (error instanceof Unreachable) return { state: 'offline', data: data ?? null, asOf: asked.dataUpdatedAt }
  if (error) return { state: 'error', error }
  if (data === undefined) return { state: 'loading' }
  if (judges.empty?.(data)) return { state: 'empty' }
  if (judges.tooLittle?.(data)) return { state: 'too_little', data }
  if (judges.partial?.(data)) return { state: 'partial', data }
  return { state: 'full', data }
}

/** What an error reply says of itself, for the part of a message that sits behind "Details". */
export function detailsOf(error: unknown): {
  sentence: string | null
  code: string
  requestId: string | null
} {
  if (error instanceof Problem)
    return { sentence: error.message, code: error.code, requestId: error.requestId }
  return { sentence: null, code: error instanceof Error ? error.name : 'unknown', requestId: null }
}
