import { useInfiniteQuery } from '@tanstack/react-query'

interface PageOf<Item> {
  items: Item[]
  next_cursor: string | null
}

/** A list that is read page by page; `data` holds what was read so far. */
export function usePaged<Item>(
  key: readonly unknown[],
  ask: (cursor: string | undefined) => Promise<PageOf<Item>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  return { ...query, data: query.data?.pages.flatMap(({ items }) => items) }
}
