import { type ReactElement, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import type { BellLine } from './bell-news.ts'
import { useBell } from './use-bell.ts'
import './bell.css'

/** Long work that goes on without its page: what is under way, and what is there since the last look. */
export function Bell(): ReactElement {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const { lines, markSeen } = useBell()
  const fresh = lines.filter(({ isNew }) => isNew).length
  const toggle = () => {
    // On closing, so that what is new stays marked while it is looked at.
    if (open) markSeen()
    setOpen(!open)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what the button opened
    <div
      className="bell"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return
        toggle()
        button.current?.focus()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (open && !currentTarget.contains(relatedTarget)) toggle()
      }}
    >
      <Button ref={button} look="quiet" aria-expanded={open} aria-controls={id} onClick={toggle}>
        {t('staff.bell', { n: fresh })}
      </Button>
      <section
        id={id}
        className="bell-panel card"
        aria-label={t('staff.bell_panel')}
        hidden={!open}
        tabIndex={-1}
      >
        {lines.length === 0 && <p>{t('staff.bell_empty')}</p>}
        <ul className="list-plain">
          {lines.map((line) => (
            <li key={line.id}>
              <Link className="list-link" href={line.href} onClick={toggle}>
                {lineText(line)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function lineText({ what, title, isNew }: BellLine): string {
  const text = t(`staff.bell_${what}`, { title })
  return isNew ? t('staff.bell_new', { text }) : text
}
