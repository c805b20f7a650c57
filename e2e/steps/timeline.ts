import type { Page } from 'playwright-core'
import type { ApiCaller } from '../api.ts'

/** What a student did, without what the server adds by itself. */
const ownActs = new Set(['answer_changed', 'question_shown', 'flagged', 'break_started', 'break_ended'])

/** The acts of a student in an attempt as its teacher reads them, "type position", in order of arrival. */
export async function eventsOnServer(teacher: ApiCaller, attemptId: string): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: {
      items: { type: string; position: number | null; result: string }[]
      next_cursor: string | null
    } = await teacher.call('listTimeline', {
      params: { attempt_id: attemptId },
      query: { limit: 100, ...(cursor ? { cursor } : {}) },
    })
    for (const { type, position, result } of page.items)
      if (ownActs.has(type)) found.push(`${type} ${position}${result === 'accepted' ? '' : ` ${result}`}`)
    cursor = page.next_cursor
  } while (cursor)
  return found
}

/** The same as the browser keeps it in its own store. */
export function eventsOnDevice(page: Page, attemptId: string): Promise<string[]> {
  return page.evaluate(async (attempt) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const [store] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('waymark-'))
    if (!store?.name) throw new Error('This browser keeps nothing.')
    const database = await done(indexedDB.open(store.name))
    const prefix = `attempt/${attempt}/event/`
    const kept = await done(
      database
        .transaction('kept')
        .objectStore('kept')
        .getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    )
    database.close()
    return (kept as { event: { type: string; position: number } }[]).map(
      ({ event }) => `${event.type} ${event.position}`,
    )
  }, attemptId)
}
