import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { useToast } from '../ui/Toasts.tsx'
import { marks, t } from '../words/words.ts'
import type { Draft } from './drafts.ts'
import type { EqualAnswers } from './equal-answers.ts'

/** A decision saved in this sitting. */
export interface Decided {
  draft: Draft
  score: number
  max_score: number
}

/** Pages that show marks, or how many are missing. */
const showMarks = [['home'], ['class overview'], ['class results']]

/** Saves decisions and remembers those of this sitting; a later decision supersedes the mark it made. */
export function useDecisions(): {
  decided: ReadonlyMap<string, Decided>
  decide: (group: EqualAnswers, draft: Draft) => Promise<void>
} {
  const client = useQueryClient()
  const showNote = useToast()
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map())
  // By the mark that waited: the mark that stands now. A try that broke off goes on where it stopped.
  const [standing] = useState(() => new Map<string, string>())

  const decide = async (group: EqualAnswers, draft: Draft) => {
    let last: { score: number; max_score: number } | null = null
    for (const { mark_id } of group.items) {
      const reply = await call('decideMark', {
        params: { mark_id: standing.get(mark_id) ?? mark_id },
        body: { awarded: { ...draft.awarded }, feedback: draft.feedback },
      })
      standing.set(mark_id, reply.mark_id)
      last = reply
    }
    if (!last) return
    const { score, max_score } = last
    setDecided((others) => new Map(others).set(group.key, { draft, score, max_score }))
    showNote(t('mark.saved', { marks: marks(score, max_score) }))
    await client.invalidateQueries({ queryKey: ['marking queue'] })
    for (const queryKey of showMarks) void client.invalidateQueries({ queryKey })
  }
  return { decided, decide }
}
