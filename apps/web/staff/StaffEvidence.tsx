import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import { loadExplained } from '../explain.ts'
import { EvidenceDrawer } from '../ui/EvidenceDrawer.tsx'
import { useOpeningOf } from './AccessReasons.tsx'
import { recordOf } from './record-of.ts'

/** The evidence drawer of staff: who must say why a record is opened is asked in the drawer. */
export function StaffEvidence(): ReactElement {
  const [path] = useLocation()
  const openingOf = useOpeningOf()
  return <EvidenceDrawer load={loadExplained} openingOf={(subject) => openingOf(recordOf(path, subject))} />
}
