import { onThisComputer } from '../../ui/browser-storage.ts'

const keyOf = (account: string) => `waymark.bell.${account}`

/** The ids this account has looked at on this computer. */
export function readSeen(account: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(onThisComputer.read(keyOf(account)) ?? '[]')
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

export function keepSeen(account: string, ids: readonly string[]): void {
  onThisComputer.keep(keyOf(account), JSON.stringify(ids))
}
