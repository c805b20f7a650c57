import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../api.ts'

/** A fact the server announced: its name, and whom it is about (mostly a student's id). */
export interface News {
  topic: string
  key: string
}

/** Reads one message of the server's stream; null for anything else. */
export function readNews(data: string): News | null {
  try {
    const { topic, key } = JSON.parse(data) as Partial<News>
    return typeof topic === 'string' && typeof key === 'string' ? { topic, key } : null
  } catch {
    return null
  }
}

/**
 * Whether something that concerns the page has happened since `since` (the instant its data was read, in ms).
 * The page then offers to update itself: nothing moves under the reader's cursor.
 */
export function useNewsSince(since: number, concerns: (news: News) => boolean): boolean {
  const [heardAt, setHeardAt] = useState(0)
  const judge = useRef(concerns)
  judge.current = concerns
  useEffect(() => {
    const stream = new EventSource(addressOf('streamEvents', {}))
    stream.addEventListener('changed', (event: MessageEvent<string>) => {
      const news = readNews(event.data)
      if (news && judge.current(news)) setHeardAt(Date.now())
    })
    return () => stream.close()
  }, [])
  return heardAt > since
}
