import { useState } from 'react'
import { inThisTab } from '../ui/browser-storage.ts'

/**
 * A text that survives a reload of the page and ends with the tab. A browser may forbid storage: the text then
 * lasts as long as the page.
 */
export function useTabDraft(name: string): [string, (text: string) => void] {
  const key = `waymark.draft.${name}`
  const [text, setText] = useState(() => inThisTab.read(key) ?? '')
  const change = (next: string) => {
    setText(next)
    inThisTab.keep(key, next || null)
  }
  return [text, change]
}
