import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react'

export interface Tab {
  id: string
  title: string
  show: () => ReactNode
}

/** Tabs by the usual pattern: arrows, Home and End move between them, Tab goes into the panel. */
export function Tabs({
  label,
  tabs,
  openFirst,
}: {
  label: string
  tabs: readonly [Tab, ...Tab[]]
  /** The id of the tab that is open at first; by default the first one. */
  openFirst?: string | null
}): ReactElement {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  const [openId, setOpenId] = useState(openFirst ?? tabs[0].id)
  const open = tabs.find((tab) => tab.id === openId) ?? tabs[0]
  const move = (event: KeyboardEvent) => {
    const next = nextTab(event.key, tabs.indexOf(open), tabs.length, isRightToLeft())
    const tab = next === null ? undefined : tabs[next]
    if (!tab) return
    event.preventDefault()
    setOpenId(tab.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus()
  }
  return (
    <div className="wide">
      <div ref={list} role="tablist" aria-label={label} className="tabs no-print" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab === open}
            aria-controls={`${base}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => setOpenId(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${open.id}`}>
        {open.show()}
      </div>
    </div>
  )
}

const isRightToLeft = () => document.documentElement.dir === 'rtl'

/** The index a key leads to from tab `at` of `count`, or null when the key moves nothing. */
export function nextTab(key: string, at: number, count: number, rightToLeft: boolean): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (at + 1) % count
  if (key === back) return (at + count - 1) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
