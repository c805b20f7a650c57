import { call } from './api.ts'
import type { LoadExplained } from './ui/EvidenceDrawer.tsx'

/** Asks what stands under a number. */
export const loadExplained: LoadExplained = (subject, cursor, headers = {}) =>
  call('explain', { params: { ...subject }, query: cursor === null ? {} : { cursor } }, { headers })
