import { useState } from 'react'

/**
 * A text that survives a reload of the page and ends with the tab. A browser may forbid storage: the text then
 * lasts as long as the page.
 */
export function useTabDraft(name: string): [string, (text: string) => void] {
  const key = `waymark.draft.${name}`
  const [text, setText] = useState(() => kept(key))
  const change = (next: string) => {
    setText(next)
    keep(key, next)
  }
  return [text, change]
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {}
}
