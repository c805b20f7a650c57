import { cosineOfWindows, countWindows, type WindowCounts } from '@waymark/science/marking/similarity.ts'
import type { Question } from './question.ts'
import { kindOf } from './registry.ts'

/** What two questions are compared by; made once per question. */
export interface Fingerprint {
  windows: WindowCounts
  /** Kind and given value, for kinds in which a different value makes a different question; else null. */
  value: { kind: string; key: string } | null
}

/** Stem without the sentences that only say the form of the answer, running text, code, sorted options. */
export function fingerprint(question: Question): Fingerprint {
  const kind = kindOf(question)
  const texts = kind.authoredTexts(question.content)
  const passages = texts.filter(({ role }) => role === 'passage').map(({ text }) => text)
  const options = texts.filter(({ role }) => role === 'option').map(({ text }) => text)
  const key = kind.duplicateKey(question.content)
  return {
    windows: countWindows([withoutForm(question.stem), ...passages, ...options.sort()].join(' ')),
    value: key === null ? null : { kind: kind.code, key },
  }
}

/** Likeness 0–1; 0 for two questions of one kind that ask for different values. */
export function likeness(one: Fingerprint, other: Fingerprint): number {
  const sameKind = one.value !== null && one.value.kind === other.value?.kind
  if (sameKind && one.value?.key !== other.value?.key) return 0
  return cosineOfWindows(one.windows, other.windows)
}

const formSentence = /^(select|choose|tick|pick|write|type|give|fill|put|match)\b[^.!?]*[.!]$/i

/** Drops sentences such as "Select ONE answer."; a stem that has no other sentence stays whole. */
function withoutForm(stem: string): string {
  const sentences = stem.split(/(?<=[.!?])\s+/u)
  const telling = sentences.filter((one) => !(formSentence.test(one) && one.split(/\s+/u).length <= 7))
  return (telling.length > 0 ? telling : sentences).join(' ')
}
