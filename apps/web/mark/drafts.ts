import type { Awarded } from './award.ts'

/** A decision not saved yet. */
export interface Draft {
  awarded: Awarded
  feedback: string
}

export const emptyDraft: Draft = { awarded: {}, feedback: '' }

/** Opens where drafts are kept: a tab's own storage, so that they survive a reload and end with the tab. */
type OpenKeeper = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (account: string, markId: string) => `waymark.marking.${account}.${markId}`

/** The draft kept for a mark; an empty one when there is none or it cannot be read. */
export function readDraft(open: OpenKeeper, account: string, markId: string): Draft {
  try {
    const { awarded, feedback } = JSON.parse(open().getItem(keyOf(account, markId)) ?? '{}') as Partial<Draft>
    return { awarded: numbersOf(awarded), feedback: typeof feedback === 'string' ? feedback : '' }
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft; null takes it away. A browser may forbid storage: the draft then lasts as long as the page. */
export function keepDraft(open: OpenKeeper, account: string, markId: string, draft: Draft | null): void {
  try {
    if (draft) open().setItem(keyOf(account, markId), JSON.stringify(draft))
    else open().removeItem(keyOf(account, markId))
  } catch {}
}

function numbersOf(awarded: unknown): Awarded {
  if (typeof awarded !== 'object' || awarded === null) return {}
  return Object.fromEntries(Object.entries(awarded).filter(([, value]) => typeof value === 'number'))
}
