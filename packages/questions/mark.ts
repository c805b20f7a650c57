import type { Outcome, PartMark } from './kind.ts'

/** What marking one response gave (01 §3); the attempts room adds the response and version it belongs to. */
export interface Mark {
  marker: 'rule' | 'human'
  marker_version: string
  /** Exact, 0–1, as `3/4` (science/marking/fraction reads it); null while a person must mark. */
  fraction: string | null
  /** points × fraction to 2 decimals, for showing; totals add the fractions instead. Null while pending. */
  score: number | null
  max_score: number
  outcome: Outcome | 'not_answered' | 'pending'
  feedback: string[]
  details: { parts: PartMark[]; reasons: string[] }
  degraded_reasons: string[]
}

/** What marking needs to know beside question and answer. It changes texts, never the score. */
export interface Circumstances {
  /** Any text that is fixed for the attempt; picks the encouragement. */
  attemptId: string
  hintUsed: boolean
}
