const keyOf = (account: string) => `waymark.bell.${account}`

/** The ids this account has looked at on this computer. A browser may forbid storage: then none. */
export function readSeen(account: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]')
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

export function keepSeen(account: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(account), JSON.stringify(ids))
  } catch {}
}
