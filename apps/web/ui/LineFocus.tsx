import { type ReactElement, useEffect, useRef } from 'react'
import { useReading } from './ReadingSettings.tsx'

const bandHeight = 120

/** Dims all but a band of lines around the pointer or the focus, for readers who asked for it. */
export function LineFocus(): ReactElement | null {
  const { reading } = useReading()
  return reading.lineFocus ? <Band /> : null
}

function Band() {
  const band = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const show = (middle: number) => {
      if (band.current) band.current.style.insetBlockStart = `${Math.round(middle - bandHeight / 2)}px`
    }
    const follow = (event: PointerEvent) => show(event.clientY)
    const followFocus = (event: FocusEvent) => {
      if (!(event.target instanceof Element)) return
      const { top, height } = event.target.getBoundingClientRect()
      show(top + Math.min(height, bandHeight) / 2)
    }
    show(innerHeight / 3)
    addEventListener('pointermove', follow)
    addEventListener('focusin', followFocus)
    return () => {
      removeEventListener('pointermove', follow)
      removeEventListener('focusin', followFocus)
    }
  }, [])
  return <div ref={band} className="line-focus" aria-hidden="true" />
}
