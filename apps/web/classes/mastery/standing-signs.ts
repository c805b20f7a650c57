import type { Split } from './map-filter.ts'

/** Seen at a glance, in grey too. */
export const standingSigns: Record<Split, string> = {
  secure: '●',
  learning: '◐',
  gap: '○',
  contested: '≠',
  not_enough_evidence: '?',
}
