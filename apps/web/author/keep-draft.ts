import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe } from '../session.tsx'
import { type DeviceStore, openDeviceStore } from '../take/device-store.ts'

/** Keeps what a person types under a name in the own account's store on this computer. */
export interface DraftShelf {
  read(name: string): Promise<unknown>
  keep(name: string, draft: unknown): Promise<void>
  drop(name: string): Promise<void>
  close(): void
}

const prefix = 'author/'

export async function openDraftShelf(account: string): Promise<DraftShelf> {
  return shelfOn(await openDeviceStore(account))
}

export function shelfOn(store: DeviceStore): DraftShelf {
  return {
    read: (name) => store.get(prefix + name),
    keep: (name, draft) => store.put([[prefix + name, draft]]),
    drop: (name) => store.remove([prefix + name]),
    close: () => store.close(),
  }
}

export interface KeptDraft<T> {
  /** What was kept before; null: nothing. */
  restored: T | null
  /** Whether all of it is on this computer now. */
  isKept: boolean
  keep: (draft: T) => void
  drop: () => void
}
/** Until the store was asked it is not known what was kept. */
type OpeningDraft<T> = Omit<KeptDraft<T>, 'restored'> & { restored: T | null | undefined }

export const isOpened = <T>(draft: OpeningDraft<T>): draft is KeptDraft<T> => draft.restored !== undefined

/**
 * A draft that survives a reload: it is read once when the page opens, kept at each change, and dropped when it
 * is saved.
 */
export function useKeptDraft<T>(name: string): OpeningDraft<T> {
  const { user } = useMe()
  const [restored, setRestored] = useState<T | null>()
  const [isKept, setIsKept] = useState(false)
  const shelf = useRef<DraftShelf | null>(null)
  const latest = useRef<unknown>(null)
  useEffect(() => {
    let left = false
    openDraftShelf(user.id)
      .then(async (opened) => {
        const kept = await opened.read(name)
        if (left) return opened.close()
        shelf.current = opened
        setRestored((kept ?? null) as T | null)
      })
      .catch(() => setRestored(null))
    return () => {
      left = true
      shelf.current?.close()
      shelf.current = null
    }
  }, [user.id, name])
  const keep = useCallback(
    (draft: T) => {
      latest.current = draft
      setIsKept(false)
      const isLatest = () => setIsKept(latest.current === draft)
      shelf.current?.keep(name, draft).then(isLatest, () => {})
    },
    [name],
  )
  const drop = useCallback(() => {
    latest.current = null
    setIsKept(false)
    void shelf.current?.drop(name).catch(() => {})
  }, [name])
  return { restored, isKept, keep, drop }
}
