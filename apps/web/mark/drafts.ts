import type { KeptTexts } from '../ui/browser-storage.ts'
import type { Awarded } from './award.ts'

/** A decision not saved yet. */
export interface Draft {
  awarded: Awarded
  feedback: string
}

export const emptyDraft: Draft = { awarded: {}, feedback: '' }

const keyOf = (account: string, markId: string) => `waymark.marking.${account}.${markId}`

/** The draft kept for a mark; an empty one when there is none or it cannot be read. */
export function readDraft(texts: KeptTexts, account: string, markId: string): Draft {
  try {
    const { awarded, feedback } = JSON.parse(texts.read(keyOf(account, markId)) ?? '{}') as Partial<Draft>
    return { awarded: numbersOf(awarded), feedback: typeof feedback === 'string' ? feedback : '' }
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft; null takes it away. A browser may forbid storage: the draft then lasts as long as the page. */
export function keepDraft(texts: KeptTexts, account: string, markId: string, draft: Draft | null): void {
  texts.keep(keyOf(account, markId), draft && JSON.stringify(draft))
}

function numbersOf(awarded: unknown): Awarded {
  if (typeof awarded !== 'object' || awarded === null) return {}
  return Object.fromEntries(Object.entries(awarded).filter(([, value]) => typeof value === 'number'))
}
