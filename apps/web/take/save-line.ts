/** What is true of the student's work at this moment. */
export interface SaveFacts {
  /** Whether this computer keeps what it is given: false without a lasting store, or after a failed write. */
  keepsHere: boolean
  /** Whether the last write to this computer is still under way. */
  writing: boolean
  /** Events and drafts that the server has not acknowledged. */
  unsent: number
  /** Whether the last send failed to reach the server, or was put off by it. */
  cutOff: boolean
  /** Server time of the last acknowledgement. */
  savedAt: string | null
}

export type SaveLine =
  | { says: 'saved'; at: string }
  | { says: 'saving' }
  | { says: 'kept_here' }
  | { says: 'cannot_save' }

/** One of the four true things of spec 03 §6. "Saved" is said only of what the server has acknowledged. */
export function saveLine({ keepsHere, writing, unsent, cutOff, savedAt }: SaveFacts): SaveLine {
  if (unsent === 0 && savedAt !== null) return { says: 'saved', at: savedAt }
  if (!cutOff || writing) return { says: 'saving' }
  return { says: keepsHere ? 'kept_here' : 'cannot_save' }
}
