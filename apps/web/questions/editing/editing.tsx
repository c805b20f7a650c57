import { createContext, type ReactElement, useContext } from 'react'

/** The part of a finding that a field shows. */
export interface ShownFinding {
  level: 'error' | 'warning'
  /** JSON pointer below the content, as the editors of the kinds name their fields. */
  pointer: string
  message: string
}

interface Editing {
  findings: readonly ShownFinding[]
  /** What stands before the pointers of the fields inside: `/content` for the editor of a kind. */
  base: string
  /** BCP 47 tag of the question's wording, for spelling and voices. */
  language: string
}

const EditingContext = createContext<Editing>({ findings: [], base: '', language: 'en-GB' })
export const EditingProvider = EditingContext.Provider

export interface Place {
  /** The whole pointer; also the address by which a finding leads here. */
  pointer: string
  /** What blocks at this very field, in words. */
  error: string | null
  language: string
}

/** The place of a field in the question, and what the checks say about it. */
export function usePlace(at: string): Place {
  const { findings, base, language } = useContext(EditingContext)
  const pointer = base + at
  const errors = findings.filter((finding) => finding.level === 'error' && finding.pointer === pointer)
  return { pointer, error: errors.map(({ message }) => message).join(' ') || null, language }
}

/** What blocks at a list or group as a whole. */
export function ErrorAt({ at }: { at: string }): ReactElement | null {
  const { error } = usePlace(at)
  return error ? <p className="field-error">{error}</p> : null
}
