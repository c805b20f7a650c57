import type { Reply } from '../../api.ts'

type Generation = Reply<'listGenerations'>['items'][number]

/** One line under the bell: a quiz that is being made, is there, or could not be made. */
export interface BellLine {
  id: string
  what: 'under_way' | 'ready' | 'failed'
  title: string
  href: string
  /** It ended after the bell was last looked at. */
  isNew: boolean
}

const daysKept = 7
const dayMs = 86_400_000

/** What the bell tells at `now` of the generations somebody asked for; `readAt` is when it was last looked at. */
export function bellLines(generations: readonly Generation[], readAt: number, now: number): BellLine[] {
  return generations.flatMap((generation) => {
    const { generation_id: id, title, settled_at } = generation
    const place = placeOf(generation)
    if (!place) return []
    if (settled_at === null) return [{ id, title, ...place, isNew: false }]
    const settledAt = Date.parse(settled_at)
    if (now - settledAt > daysKept * dayMs) return []
    return [{ id, title, ...place, isNew: settledAt > readAt }]
  })
}

/** Null where there is nothing to tell: cancelled by the person, or deleted or published since. */
function placeOf(generation: Generation): Pick<BellLine, 'what' | 'href'> | null {
  const { generation_id, unit_id, quiz_id, quiz_status, state } = generation
  const ownPage = `/create/${unit_id}/generations/${generation_id}`
  if (state === 'queued' || state === 'running') return { what: 'under_way', href: ownPage }
  if (state === 'failed') return { what: 'failed', href: ownPage }
  const isOpen = state === 'ready' && (quiz_status === 'draft' || quiz_status === 'review')
  return isOpen ? { what: 'ready', href: `/quizzes/${quiz_id}/review` } : null
}

/** The quizzes that were being made before and are settled now: for them the bell rings. */
export function rung(before: readonly BellLine[], after: readonly BellLine[]): BellLine[] {
  const waiting = new Set(before.filter(({ what }) => what === 'under_way').map(({ id }) => id))
  return after.filter(({ id, what }) => what !== 'under_way' && waiting.has(id))
}
