/** The ids and texts of a student's copy, as the simulation needs them. */
type Copy = Record<string, unknown>
type Part = { id: string }

/** A number from 0 to 1 out of a text: the sample school is the same each time it is made. */
export function share(seed: string): number {
  let hash = 2166136261
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 16777619)
  hash ^= hash >>> 15
  return ((Math.imul(hash, 2246822507) ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

const parts = (copy: Copy, field: string): Part[] =>
  Array.isArray(copy[field]) ? (copy[field] as Part[]) : []

const another = <T>(all: readonly T[], not: T, seed: string): T => {
  const rest = all.filter((one) => one !== not)
  return rest[Math.floor(share(seed) * rest.length)] ?? not
}

type Slip = (right: Record<string, unknown>, copy: Copy, seed: string) => unknown

/** For each kind, an answer that is nearly but not quite the right one. */
const slips: Record<string, Slip> = {
  multiple_choice: (right, copy, seed) => ({
    selected_option: another(
      parts(copy, 'options').map(({ id }) => id),
      right.selected_option as string,
      seed,
    ),
  }),
  multiple_select: (right, copy, seed) => {
    const chosen = right.selected_options as string[]
    const others = parts(copy, 'options')
      .map(({ id }) => id)
      .filter((id) => !chosen.includes(id))
    return { selected_options: [...chosen.slice(1), another(others, '', seed)].filter(Boolean) }
  },
  text_input: (right, _copy, seed) => ({
    text: share(seed) < 0.5 ? 'not sure' : `${String(right.text).slice(0, 2)}?`,
  }),
  matching: (right) => {
    const [first, second, ...rest] = right.pairs as { left: string; right: string }[]
    if (!first || !second) return right
    return {
      pairs: [{ left: first.left, right: second.right }, { left: second.left, right: first.right }, ...rest],
    }
  },
  ordering: (right) => {
    const [first, second, ...rest] = right.order as string[]
    return { order: [second, first, ...rest] }
  },
  cloze: (right, copy, seed) => {
    const gaps = Object.entries(right.gaps as Record<string, string>)
    const bank = parts(copy, 'bank').map(({ id }) => id)
    const [slipped] = gaps
    if (!slipped) return right
    const [gap, word] = slipped
    return {
      gaps: { ...(right.gaps as object), [gap]: bank.length > 1 ? another(bank, word, seed) : 'data' },
    }
  },
  numeric: (right) => ({ text: `${Number.parseFloat(String(right.text)) + 1}` }),
}

/** An answer of a student who did not quite get there; null for a kind without a slip: it stays empty. */
export const slip = (kind: string, right: unknown, copy: unknown, seed: string): unknown =>
  slips[kind]?.(right as Record<string, unknown>, copy as Copy, seed) ?? null
