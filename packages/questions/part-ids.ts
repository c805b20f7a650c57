import type { AnyKind } from './kind.ts'
import { partIdForm } from './part-id.ts'

/** How parts get their ids on save. */
export interface PartIds {
  /** Ids of the version before: they stay, so that old answers can be marked by a new key. */
  kept: ReadonlySet<string>
  newPartId(): string
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The raw content with an id for every part that has none. */
export function fillPartIds(kind: AnyKind, raw: unknown, ids: PartIds): unknown {
  return kind.partLists.reduce((content, path) => fillAt(content, path.split('.'), ids), raw)
}

function fillAt(value: unknown, [list, ...rest]: string[], ids: PartIds): unknown {
  if (list === undefined || !isRecord(value)) return value
  const parts = value[list]
  if (!Array.isArray(parts)) return value
  const filled = parts.map((part: unknown) => {
    if (rest.length > 0) return fillAt(part, rest, ids)
    return isRecord(part) && part.id === undefined ? { ...part, id: ids.newPartId() } : part
  })
  return { ...value, [list]: filled }
}

/**
 * The content with every temporary id replaced, also where it is referred to. An id of our own form, an id of
 * the version before and an id that means something (`fixed`) stay; `a`, `1`, `option_2` do not, because an
 * author counts in the order of the key.
 */
export function replaceTemporaryIds(
  kind: AnyKind,
  content: unknown,
  ids: PartIds,
  fixed: readonly string[],
): unknown {
  const given = new Map<string, string>()
  return kind.renameParts(content, (id) => {
    if (partIdForm.test(id) || ids.kept.has(id) || fixed.includes(id)) return id
    const known = given.get(id) ?? ids.newPartId()
    given.set(id, known)
    return known
  })
}
