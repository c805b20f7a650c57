/** The list with the item `id` at place `to` (from 0); places beyond the ends are the ends. */
export function moveTo(order: readonly string[], id: string, to: number): string[] {
  const others = order.filter((each) => each !== id)
  const place = Math.min(Math.max(to, 0), others.length)
  return [...others.slice(0, place), id, ...others.slice(place)]
}
