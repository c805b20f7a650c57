import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAnnounce } from '../../ui/Live.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import type { KeptDraft } from '../keep-draft.ts'
import { useAct } from '../use-act.ts'
import { type Correctable, saveCorrections } from './correctable.ts'
import { incompleteText } from './incomplete-text.ts'
import { changeBetween, firstIncomplete, type Rows } from './lists.ts'

export interface CorrectionsDraft {
  revision: number
  rows: Rows
  /** Ids of hidden passages to use; null while nothing was changed. */
  ticked: readonly string[] | null
}

/** The corrections as they are typed, from what was kept or found, and the act that saves them on a revision. */
export function useCorrections(unitId: string, thing: Correctable, kept: KeptDraft<CorrectionsDraft>) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const toast = useToast()
  const announce = useAnnounce()
  const [begun] = useState(thing.rows)
  const [draft, setDraft] = useState<CorrectionsDraft>(
    kept.restored ?? { revision: thing.revision, rows: thing.rows, ticked: null },
  )
  const change = (part: Partial<CorrectionsDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    kept.keep(next)
  }
  const saving = useAct(async (onRevision: number) => {
    const incomplete = firstIncomplete(draft.rows)
    if (incomplete) return announce(incompleteText(incomplete))
    await saveCorrections(thing, changeBetween(begun, draft.rows), draft.ticked, onRevision)
    kept.drop()
    toast(t('author.corrections_saved'))
    await client.invalidateQueries({ queryKey: keys.unit(unitId) })
    void client.invalidateQueries({ queryKey: keys.document(thing.id) })
    navigate(`/create/${unitId}/materials`)
  })
  return { draft, change, saving }
}
