/** Small texts that the browser keeps under keys. */
export interface KeptTexts {
  read: (key: string) => string | null
  /** Null takes the text away. */
  keep: (key: string, text: string | null) => void
}

/** A browser may forbid storage, already at its opening: then nothing is kept, and what uses it goes on. */
export function keptIn(open: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptTexts {
  return {
    read: (key) => {
      try {
        return open().getItem(key)
      } catch {
        return null
      }
    },
    keep: (key, text) => {
      try {
        if (text === null) open().removeItem(key)
        else open().setItem(key, text)
      } catch {}
    },
  }
}

export const onThisComputer = keptIn(() => localStorage)
/** Survives a reload and ends with the tab. */
export const inThisTab = keptIn(() => sessionStorage)
