import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react'
import { onThisComputer } from './browser-storage.ts'
import { attributesOf, type Reading, readReading, themeShown, usualReading } from './reading.ts'

interface Held {
  reading: Reading
  change: (reading: Reading) => void
}
const ReadingContext = createContext<Held>({ reading: usualReading, change: () => {} })

/** Keeps the reading settings of one account on this computer and applies them to the page. */
export function ReadingSettings({
  account,
  children,
}: {
  account: string
  children: ReactNode
}): ReactElement {
  const key = `waymark.reading.${account}`
  const [reading, setReading] = useState(() => readReading(onThisComputer.read(key)))
  useEffect(() => applyReading(reading), [reading])
  const change = (next: Reading) => {
    setReading(next)
    onThisComputer.keep(key, JSON.stringify(next))
  }
  return <ReadingContext value={{ reading, change }}>{children}</ReadingContext>
}

/** The reader's settings and how to change them. */
export function useReading(): Held {
  return useContext(ReadingContext)
}

/** Puts the settings on the page, and follows the computer's own wishes while no theme is chosen. */
export function applyReading(reading: Reading): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')
  const apply = () => {
    const theme = themeShown(reading, { dark: dark.matches, contrast: contrast.matches })
    Object.assign(document.documentElement.dataset, attributesOf(reading, theme))
  }
  apply()
  loadFont(reading.font)
  for (const wish of [dark, contrast]) wish.addEventListener('change', apply)
  return () => {
    for (const wish of [dark, contrast]) wish.removeEventListener('change', apply)
  }
}

/** Our own copies, loaded only when somebody chooses them. */
function loadFont(font: Reading['font']): void {
  if (font === 'legible') void import('./fonts/legible.css')
  if (font === 'dyslexia') void import('./fonts/dyslexia.css')
}
