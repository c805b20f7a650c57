import { useLocation, useSearch } from 'wouter'

type View = Record<string, string>

/** The values of `names` that an address carries. */
export function viewOf(search: string, names: readonly string[]): View {
  const all = new URLSearchParams(search)
  return Object.fromEntries(names.flatMap((name) => (all.get(name) ? [[name, all.get(name) ?? '']] : [])))
}

/** The search part of an address with values changed; an empty value is taken out. */
export function searchWithView(search: string, change: View): string {
  const all = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value) all.set(name, value)
    else all.delete(name)
  }
  return all.size > 0 ? `?${all}` : ''
}

/** How a page is sorted and narrowed, kept in its address: it can be shared, returned to and reloaded. */
export function useAddressView(names: readonly string[]): [View, (change: View) => void] {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const change = (values: View) => navigate(path + searchWithView(search, values), { replace: true })
  return [viewOf(search, names), change]
}
