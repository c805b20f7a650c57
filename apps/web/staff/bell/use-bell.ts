import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { type BellLine, bellLines, rung } from './bell-news.ts'

const mostShown = 10
const askAgainMs = 2000

/** What the bell tells, and that it was looked at. It rings on every page but the one that shows the work. */
export function useBell(): { lines: BellLine[]; markRead: () => void } {
  const key = `waymark.bell.${useMe().user.id}`
  const [readAt, setReadAt] = useState(() => kept(key))
  const { data } = useQuery({
    queryKey: ['generations'],
    queryFn: () => call('listGenerations', { query: { limit: mostShown } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ settled_at }) => settled_at === null) ? askAgainMs : false,
  })
  const lines = bellLines(data?.items ?? [], readAt, Date.now())
  useRinging(lines)
  const markRead = () => {
    const now = Date.now()
    keep(key, now)
    setReadAt(now)
  }
  return { lines, markRead }
}

function useRinging(lines: BellLine[]): void {
  const [path] = useLocation()
  const toast = useToast()
  const before = useRef(lines)
  useEffect(() => {
    for (const { id, what, title } of rung(before.current, lines))
      if (!path.includes(id)) toast(t(what === 'ready' ? 'staff.bell_ready' : 'staff.bell_failed', { title }))
    before.current = lines
  })
}

// A browser may forbid storage; what was looked at is then new again after a reload.
function kept(key: string): number {
  try {
    return Number(localStorage.getItem(key) ?? 0)
  } catch {
    return 0
  }
}

function keep(key: string, at: number): void {
  try {
    localStorage.setItem(key, String(at))
  } catch {}
}
