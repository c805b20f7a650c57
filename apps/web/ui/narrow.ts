import { useSyncExternalStore } from 'react'

const narrow = watch('(width < 768px)')
const narrowScreen = watch('screen and (width < 768px)')

/** Whether the page, on the screen or on paper, is too narrow for wide grids, which then become cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(narrow.subscribe, narrow.matches)
}

/** Whether the screen is too narrow for tables. Paper keeps its tables: many rows are read side by side there. */
export function useIsNarrowScreen(): boolean {
  return useSyncExternalStore(narrowScreen.subscribe, narrowScreen.matches)
}

function watch(query: string) {
  return {
    matches: () => matchMedia(query).matches,
    subscribe: (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
  }
}
