import type { Reply } from '../../api.ts'

type Generation = Reply<'listGenerations'>['items'][number]

/** One line under the bell: a quiz that is being made, is there, or could not be made. */
export interface BellLine {
  id: string
  what: 'under_way' | 'ready' | 'failed'
  title: string
  href: string
  /** Who is on one of these pages sees it there. */
  pages: readonly string[]
  /** It ended, and was not looked at yet. */
  isNew: boolean
}

const daysKept = 7
const dayMs = 86_400_000

/** What the bell tells at `now` of the generations somebody asked for; `seen` holds the ids of those looked at. */
export function bellLines(
  generations: readonly Generation[],
  seen: ReadonlySet<string>,
  now: number,
): BellLine[] {
  return generations.flatMap((generation) => {
    const { generation_id: id, title, settled_at } = generation
    const told = toTell(generation)
    if (!told || (settled_at !== null && now - Date.parse(settled_at) > daysKept * dayMs)) return []
    return [{ id, title, ...told, isNew: settled_at !== null && !seen.has(id) }]
  })
}

/** Null where there is nothing to tell: cancelled by the person, or deleted or published since. */
function toTell(generation: Generation): Pick<BellLine, 'what' | 'href' | 'pages'> | null {
  const { generation_id, unit_id, quiz_id, quiz_status, state } = generation
  const steps = `/create/${unit_id}/generations/${generation_id}`
  const quiz = `/quizzes/${quiz_id}/`
  if (state === 'queued' || state === 'running') return { what: 'under_way', href: steps, pages: [steps] }
  if (state === 'failed') return { what: 'failed', href: steps, pages: [steps] }
  const isOpen = state === 'ready' && (quiz_status === 'draft' || quiz_status === 'review')
  return isOpen ? { what: 'ready', href: `${quiz}review`, pages: [steps, quiz] } : null
}

/** The quizzes that were being made before and are settled now: for them the bell rings. */
export function rung(before: readonly BellLine[], after: readonly BellLine[]): BellLine[] {
  const waiting = new Set(before.filter(({ what }) => what === 'under_way').map(({ id }) => id))
  return after.filter(({ id, what }) => what !== 'under_way' && waiting.has(id))
}

/** Whether somebody at an address sees there what a line tells. */
export const isSeenAt = ({ pages }: BellLine, path: string): boolean =>
  pages.some((page) => path.startsWith(page))
