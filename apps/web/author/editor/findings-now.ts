import type { Finding } from '../asking.ts'
import type { EditorView } from './autosave.ts'

/**
 * What stands against the text on the screen: while it is not complete what is missing, else what the gate
 * said about the text it saved last.
 */
export function findingsNow({ line, saved }: EditorView): readonly Finding[] {
  if (line.says !== 'incomplete') return saved.findings
  return line.findings.map((finding) => ({
    ...finding,
    pointer: finding.pointer.replace(/^\/question(?=\/|$)/, ''),
    question_id: saved.id,
    dismissed: null,
  }))
}
