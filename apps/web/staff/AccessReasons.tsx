import { accessReasonHeaders } from '@waymark/contract/access-reason.ts'
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Opening } from '../ui/EvidenceDrawer.tsx'
import { StateReason } from './StateReason.tsx'

interface Reasons {
  /** By record, as `recordOf` names it. */
  given: ReadonlyMap<string, string>
  give: (record: string, reason: string) => void
}

const none: ReadonlyMap<string, string> = new Map()
const ReasonsContext = createContext<Reasons>({ given: none, give: () => {} })

/** Holds the reasons for opening records that were stated on a page, until the page is left. */
export function AccessReasons({ children }: { children: ReactNode }): ReactElement {
  const [path] = useLocation()
  const [page, setPage] = useState({ path, given: none })
  useEffect(() => setPage({ path, given: none }), [path])
  // On the first sight of another page the effect has not run yet.
  const given = page.path === path ? page.given : none
  const give = (record: string, reason: string) =>
    setPage({ path, given: new Map(given).set(record, reason) })
  return <ReasonsContext value={{ given, give }}>{children}</ReasonsContext>
}

/** How the viewer opens a record: what goes with each request about it, and the form that asks for the reason. */
export function useOpeningOf(): (record: string) => Opening {
  const { given, give } = useContext(ReasonsContext)
  return (record) => ({
    headers: accessReasonHeaders(given.get(record) ?? null),
    form: <StateReason key={record} onState={(reason) => give(record, reason)} />,
  })
}
