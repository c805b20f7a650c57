import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { type BellLine, bellLines, isSeenAt, rung } from './bell-news.ts'
import { keepSeen, readSeen } from './seen.ts'

const mostShown = 10
const askAgainMs = 2000

/** What the bell tells, and that it was looked at. It rings on every page but those that show the work. */
export function useBell(): { lines: BellLine[]; markSeen: () => void } {
  const account = useMe().user.id
  const [path] = useLocation()
  const [seen, setSeen] = useState(() => readSeen(account))
  const { data } = useQuery({
    queryKey: ['generations'],
    queryFn: () => call('listGenerations', { query: { limit: mostShown } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ settled_at }) => settled_at === null) ? askAgainMs : false,
  })
  const lines = bellLines(data?.items ?? [], seen, Date.now())
  const mark = (looked: readonly BellLine[]) => {
    const ended = lines.filter(({ what }) => what !== 'under_way')
    const known = ended.filter((line) => !line.isNew || looked.includes(line)).map(({ id }) => id)
    setSeen(new Set(known))
    keepSeen(account, known)
  }
  useRinging(lines, path)
  useEffect(() => {
    const here = lines.filter((line) => line.isNew && isSeenAt(line, path))
    if (here.length > 0) mark(here)
  })
  return { lines, markSeen: () => mark(lines) }
}

function useRinging(lines: BellLine[], path: string): void {
  const toast = useToast()
  const before = useRef(lines)
  useEffect(() => {
    for (const line of rung(before.current, lines)) {
      if (isSeenAt(line, path)) continue
      toast(t(line.what === 'ready' ? 'staff.bell_ready' : 'staff.bell_failed', { title: line.title }))
    }
    before.current = lines
  })
}
