import type { StoredMark } from '../store/marks.ts'

/**
 * When the newest mark that counts was made: the instant that every figure of an attempt is as of, on each
 * screen, in the file and in the drawer; null where no mark counts. `listWorkFacts` says the same in SQL.
 */
export function newestMark(
  marks: readonly Pick<StoredMark, 'counts' | 'superseded_at' | 'marked_at'>[],
): Date | null {
  const times = marks
    .filter(({ counts, superseded_at }) => counts && superseded_at === null)
    .map(({ marked_at }) => marked_at.getTime())
  return times.length === 0 ? null : new Date(Math.max(...times))
}
