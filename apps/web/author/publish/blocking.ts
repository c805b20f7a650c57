import { Problem } from '../../api.ts'
import type { Finding } from '../asking.ts'

/** What blocks, from the details of a refusal to publish; null for any other refusal. */
export function blockingIn(error: unknown): readonly Finding[] | null {
  if (!(error instanceof Problem) || error.code !== 'gate_failed') return null
  const { findings } = error.details
  return Array.isArray(findings) ? (findings as Finding[]) : null
}
