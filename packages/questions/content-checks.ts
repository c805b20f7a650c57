import { normaliseText } from '@waymark/science/marking/text.ts'
import { error, type Finding } from './finding.ts'

/** Checks on lists that several kinds share. `at` is the pointer of the list below the content. */

interface Part {
  id: string
}

/** Every id occurs once among all the lists given. */
export function duplicateIds(lists: readonly { at: string; parts: readonly Part[] }[]): Finding[] {
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const { at, parts } of lists) {
    for (const [index, { id }] of parts.entries()) {
      if (seen.has(id))
        findings.push(error('duplicate_id', `${at}/${index}/id`, `The id ${id} is used twice.`))
      seen.add(id)
    }
  }
  return findings
}

/** No two members read the same: nobody could tell them apart. Case is kept: `Print` and `print` differ. */
export function duplicateTexts(at: string, parts: readonly { text: string }[]): Finding[] {
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const [index, { text }] of parts.entries()) {
    const plain = normaliseText(text, true)
    if (seen.has(plain)) {
      findings.push(
        error('duplicate_text', `${at}/${index}/text`, `"${text}" is there twice. Change one of them.`),
      )
    }
    seen.add(plain)
  }
  return findings
}

/** Exactly one option is marked as right. */
export function oneKey(at: string, options: readonly { is_correct: boolean }[]): Finding[] {
  const keys = options.filter((option) => option.is_correct).length
  if (keys === 1) return []
  return [error('key_count', at, `Mark exactly one option as right; now ${keys} are.`)]
}
