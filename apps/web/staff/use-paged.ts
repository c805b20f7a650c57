import { type keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

interface PageOf<Item> {
  items: Item[]
  next_cursor: string | null
}

/** When a list is asked for again, where it is not as usual. */
interface Freshness {
  refetchOnWindowFocus?: boolean
  staleTime?: number
  gcTime?: number
  placeholderData?: typeof keepPreviousData
}

/** A list that is read page by page; `data` holds what was read so far. */
export function usePaged<Item>(
  key: readonly unknown[],
  ask: (cursor: { cursor?: string }) => Promise<PageOf<Item>>,
  freshness: Freshness = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    ...freshness,
  })
  return { ...query, data: query.data?.pages.flatMap(({ items }) => items) }
}
