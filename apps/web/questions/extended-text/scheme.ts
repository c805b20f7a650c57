import type { Content } from '@waymark/questions/extended-text/content.ts'

/** What one mode of marking holds. */
export type SchemePart = Pick<Content, 'mark_scheme' | 'dimensions'>

/** The content with other criteria; what they add up to follows. */
export function changeScheme(content: Content, mark_scheme: Content['mark_scheme']): Content {
  const points_available = mark_scheme.reduce((sum, { points }) => sum + points, 0)
  return { ...content, mark_scheme, points_available }
}

/**
 * The content in the other mode of marking, with what that mode held before (`aside`), and what has to be set
 * aside now. A content holds the parts of one mode only.
 */
export function switchMode(
  content: Content,
  mode: Content['mode'],
  aside: SchemePart | null,
): { present: Content; setAside: SchemePart } {
  const setAside = { mark_scheme: content.mark_scheme, dimensions: content.dimensions }
  const { points_available: _, ...rest } = content
  const cleared: Content = { ...rest, mode, mark_scheme: [], dimensions: [] }
  const present =
    mode === 'mark_scheme'
      ? changeScheme(cleared, aside?.mark_scheme ?? [])
      : { ...cleared, dimensions: aside?.dimensions ?? [] }
  return { present, setAside }
}
